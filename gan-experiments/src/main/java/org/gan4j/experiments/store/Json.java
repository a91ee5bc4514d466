package org.gan4j.experiments.store;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.track.RunRecord;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.disk.WholeFile;

/**
 * Reads and writes JSON: numbers that are not finite are null, {@link Status} is in lower case, unknown fields are
 * ignored, and fields that a file lacks are empty.
 */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
            // These records define themselves what an empty one is.
            .withConfigOverride(RunRecord.DataRecord.class, Json::keepNull)
            .withConfigOverride(ComparisonConditions.class, Json::keepNull)
            .withConfigOverride(TuningRecord.class, Json::keepNull)
            .withConfigOverride(LogitMeaning.class, Json::keepNull)
            .withConfigOverride(ComparisonPlan.Sweep.class, Json::keepNull)
            .addMixIn(Comparison.Row.class, EarlierRow.class)
            .addMixIn(Comparison.Difference.class, EarlierDifference.class)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new FiniteOrNull())
                    .addSerializer(double.class, new FiniteOrNull())
                    .addDeserializer(Double.class, new NumberOrNaN())
                    .addDeserializer(double.class, new NumberOrNaN())
                    .addSerializer(Status.class, new LowerCase())
                    .addDeserializer(Status.class, new AnyCase()))
            .build();

    /** Jackson's remark about a source that it was not told of. */
    private static final String WHERE_IT_BEGAN = " \\(start marker at .*";

    private Json() {}

    private static void keepNull(MutableConfigOverride override) {
        override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SET));
    }

    /** Returns the value as one document on one line. */
    public static String compact(Object value) {
        return text(value, false);
    }

    /** Returns the value as one indented document, for people to read. */
    public static String pretty(Object value) {
        return text(value, true);
    }

    private static String text(Object value, boolean pretty) {
        try {
            return (pretty ? MAPPER.writerWithDefaultPrettyPrinter() : MAPPER.writer()).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the file at once, so that a reader finds the old content or the new. */
    public static void write(Path file, Object value) {
        WholeFile.write(file, pretty(value) + "\n");
    }

    /**
     * Reads a file that holds one document.
     *
     * @throws InvalidInput if it is damaged
     */
    public static <V> V read(Path file, Class<V> type) {
        try {
            V value = MAPPER.readValue(file.toFile(), type);
            if (value == null) {
                throw new InvalidInput(file.toString(), "is damaged: it holds nothing");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new InvalidInput(
                    file + ":" + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    "is damaged: " + e.getOriginalMessage().replaceFirst(WHERE_IT_BEGAN, ""));
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    /** The keys of a row in files of earlier versions. */
    @SuppressWarnings("UnusedMethod") // Jackson reads the annotation.
    private interface EarlierRow {
        @JsonAlias("loss")
        String arm();
    }

    /** The keys of a difference in files of earlier versions. */
    @SuppressWarnings("UnusedMethod") // Jackson reads the annotation.
    private interface EarlierDifference {
        @JsonAlias("holm")
        double adjustedP();
    }

    private static final class FiniteOrNull extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        FiniteOrNull() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
    }

    private static final class NumberOrNaN extends StdDeserializer<Double> {
        private static final long serialVersionUID = 1L;

        NumberOrNaN() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return _parseDoublePrimitive(json, context);
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }

        @Override
        public Double getEmptyValue(DeserializationContext context) {
            return Double.NaN;
        }
    }

    private static final class LowerCase extends StdSerializer<Status> {
        private static final long serialVersionUID = 1L;

        LowerCase() {
            super(Status.class);
        }

        @Override
        public void serialize(Status status, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(status.toString());
        }
    }

    private static final class AnyCase extends StdDeserializer<Status> {
        private static final long serialVersionUID = 1L;

        AnyCase() {
            super(Status.class);
        }

        @Override
        public Status deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getText();
            for (Status status : Status.values()) {
                if (status.name().equalsIgnoreCase(text)) {
                    return status;
                }
            }
            return (Status) context.handleWeirdStringValue(Status.class, text, "is not a status of a run");
        }
    }
}
