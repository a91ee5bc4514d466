package org.gan4j.experiments.lab;

import java.nio.charset.StandardCharsets;

/** A body with its type. */
record LabAnswer(String type, byte[] body) {
    static LabAnswer of(String type, String body) {
        return new LabAnswer(type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }
}
