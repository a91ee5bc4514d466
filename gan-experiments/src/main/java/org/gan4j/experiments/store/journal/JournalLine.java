package org.gan4j.experiments.store.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** A record as a line of text: sequence, CRC32C of sequence and JSON (8 hexadecimal digits), JSON; a space between each. */
final class JournalLine {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .build();

    /** Thrown for a line that is not a valid record; its message says why. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String reason) {
            super(reason);
        }
    }

    record Parsed(long sequence, JournalEvent event) {}

    private JournalLine() {}

    /** Returns the line's bytes, with its newline. */
    static byte[] encode(long sequence, JournalEvent event) {
        try {
            String json = JSON.writeValueAsString(event);
            return (sequence + " " + checksum(sequence, json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every event has a JSON form", e);
        }
    }

    /** Returns the record of a line without its newline. */
    static Parsed decode(byte[] bytes, int from, int to) throws Damaged {
        String[] fields = new String(bytes, from, to - from, StandardCharsets.UTF_8).split(" ", 3);
        if (fields.length < 3) {
            throw new Damaged("is not a sequence number, a checksum and JSON");
        }
        long sequence = sequence(fields[0]);
        if (!fields[1].equals(checksum(sequence, fields[2]))) {
            throw new Damaged("does not match its checksum");
        }
        return new Parsed(sequence, event(fields[2]));
    }

    private static long sequence(String digits) throws Damaged {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new Damaged("does not begin with a sequence number");
        }
    }

    private static JournalEvent event(String json) throws Damaged {
        try {
            JournalEvent event = JSON.readValue(json, JournalEvent.class);
            if (event instanceof JournalEvent.Begun begun && begun.format() != JournalEvent.FORMAT) {
                throw new Damaged(
                        "has format " + begun.format() + ", but this program reads format " + JournalEvent.FORMAT);
            }
            if (lacksSomething(event)) {
                throw new Damaged("lacks a part of what happened");
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new Damaged("is of a kind that this program does not know: " + e.getOriginalMessage());
        }
    }

    /** A line may be undamaged, and yet written by a hand that forgot something. */
    private static boolean lacksSomething(JournalEvent event) {
        return event == null
                || event instanceof JournalEvent.Begun begun && begun.run() == null
                || event instanceof JournalEvent.Artifact artifact && artifact.name() == null
                || event instanceof JournalEvent.Ended ended && ended.status() == null;
    }

    private static String checksum(long sequence, String json) {
        CRC32C crc = new CRC32C();
        crc.update((sequence + " " + json).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
