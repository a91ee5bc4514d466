package org.gan4j.experiments.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends requests to a lab byte by byte, so that a test can write what no client would. */
record LabRequests(URI page) {
    /** What comes back. */
    record Reply(int status, String head, String body) {}

    /** The head of a request that the page itself would send. */
    String head(String method, String what, int length) {
        return method + " " + page.getPath() + what + " HTTP/1.1\r\nHost: " + page.getAuthority()
                + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n";
    }

    Reply get(String what) throws IOException {
        return send(head("GET", what, 0) + "\r\n");
    }

    Reply post(String what, String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return send(head("POST", what, bytes.length) + "\r\n" + message);
    }

    Reply send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = all.split("\r\n\r\n", 2);
            return new Reply(Integer.parseInt(all.split(" ", 3)[1]), parts[0], parts.length > 1 ? parts[1] : "");
        }
    }
}
