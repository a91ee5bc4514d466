package org.gan4j.experiments.mlflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Authorities, and certificates that they signed, made by Java's own {@code keytool} in a folder. */
record Certificates(Path folder) {
    static final char[] PASSWORD = "changeit".toCharArray();

    /** Makes an authority that signs its own certificate. */
    void authority(String name) throws IOException {
        keytool("-genkeypair", name, "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "bc:c");
    }

    /** Makes a pair of keys whose certificate, for 127.0.0.1, an authority has signed. */
    void signed(String name, String authority, String algorithm) throws IOException {
        keytool("-genkeypair", name, "-keyalg", algorithm, "-dname", "CN=" + name);
        Path request = folder.resolve(name + ".csr");
        Path signed = folder.resolve(name + ".crt");
        keytool("-certreq", name, "-file", request.toString());
        keytool(
                "-gencert",
                authority,
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString(),
                "-ext",
                "san=ip:127.0.0.1");
        keytool("-importcert", name, "-noprompt", "-file", signed.toString());
    }

    /** All of them, by name. */
    KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file())) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    /** The certificates of a name in PEM. */
    String certificate(String name) throws IOException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (Certificate certificate : store().getCertificateChain(name)) {
            text.append(block("CERTIFICATE", certificate.getEncoded()));
        }
        return text.toString();
    }

    PrivateKey key(String name) throws IOException, GeneralSecurityException {
        return (PrivateKey) store().getKey(name, PASSWORD);
    }

    /** A block in PEM. */
    static String block(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    private Path file() {
        return folder.resolve("all.p12");
    }

    private void keytool(String what, String alias, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                what,
                "-alias",
                alias,
                "-keystore",
                file().toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
    }
}
