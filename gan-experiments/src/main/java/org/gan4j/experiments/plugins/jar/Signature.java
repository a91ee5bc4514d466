package org.gan4j.experiments.plugins.jar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Verifies the signature of a jar. The signature files of a library that was packed into the jar do not fit the jar. */
public final class Signature {
    /** What the author of a jar must do whose signature does not fit. */
    public static final String REMEDY =
            "build it again; if it holds signed libraries, exclude META-INF/*.SF, *.RSA and *.DSA when shading";

    private Signature() {}

    /**
     * Reads all of a signed jar; a jar without a signature is not read.
     *
     * @throws SecurityException if the signature does not fit
     * @throws IOException if the jar cannot be read
     */
    public static void verify(JarFile jar) throws IOException {
        if (jar.stream().noneMatch(entry -> entry.getName().matches("META-INF/[^/]*\\.SF"))) {
            return;
        }
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            try (InputStream in = jar.getInputStream(entries.nextElement())) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
