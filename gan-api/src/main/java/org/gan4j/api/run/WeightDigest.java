package org.gan4j.api.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.digest.Digest;

/** The identity of a set of weights. */
public final class WeightDigest {
    private WeightDigest() {}

    /** Returns the SHA-256 of names and bytes (UTF-8, little-endian float32), in the order of the names. */
    public static String sha256(SortedMap<String, FloatTensor> weights) {
        MessageDigest digest = Digest.newDigest();
        weights.forEach((name, tensor) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(tensor.values());
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
