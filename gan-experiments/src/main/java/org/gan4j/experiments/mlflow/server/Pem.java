package org.gan4j.experiments.mlflow.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Certificates and a private key in PEM, the form in which Python's programs take them. */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    /** PKCS#8's words for: version 0, an RSA key without parameters. */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final String PKCS8 = "PRIVATE KEY";
    private static final String PKCS1 = "RSA PRIVATE KEY";

    private Pem() {}

    /** The certificates of a file, or of all files of a folder. */
    static List<Certificate> certificates(Path path) throws IOException, GeneralSecurityException {
        List<Certificate> found = new ArrayList<>();
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    found.addAll(certificates(file));
                }
            }
            return found;
        }
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Matcher blocks = blocks(path);
        while (blocks.find()) {
            if (blocks.group(1).endsWith("CERTIFICATE")) {
                found.add(factory.generateCertificate(new ByteArrayInputStream(bytes(blocks))));
            }
        }
        return found;
    }

    /** The private key of a file. */
    static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        Matcher blocks = blocks(file);
        String other = "no private key";
        while (blocks.find()) {
            switch (blocks.group(1)) {
                case PKCS8 -> {
                    return key(bytes(blocks));
                }
                case PKCS1 -> {
                    return key(wrapped(bytes(blocks)));
                }
                default -> other = blocks.group(1).endsWith(PKCS8) ? "a key of the kind " + blocks.group(1) : other;
            }
        }
        throw new GeneralSecurityException("it holds " + other
                + "; expected one without a passphrase, as openssl pkcs8 -topk8 -nocrypt writes it");
    }

    private static Matcher blocks(Path file) throws IOException {
        return BLOCK.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }

    private static byte[] bytes(Matcher block) throws GeneralSecurityException {
        try {
            return Base64.getMimeDecoder().decode(block.group(2));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("it is damaged", e);
        }
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException e) {
                // Not a key of this kind.
            }
        }
        throw new GeneralSecurityException("it holds a private key that is neither RSA nor EC nor EdDSA");
    }

    /** An RSA key of PKCS#1 as one of PKCS#8. */
    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        inner.writeBytes(RSA);
        inner.writeBytes(element(OCTETS, pkcs1));
        return element(SEQUENCE, inner.toByteArray());
    }

    /** An element of DER; lengths of two bytes are enough for any key. */
    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.write(0x82);
        out.write(content.length >> 8);
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
