package org.gan4j.experiments.mlflow.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Check;

/** Says whether the tracking server of the environment takes runs. It is asked as the tracker asks, with login, TLS and proxy. */
public final class ServerCheck {
    private static final String NAME = "mlflow";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ServerCheck() {}

    public static Check of(Map<String, String> environment) {
        Optional<Address> address;
        try {
            address = Address.parse(environment);
        } catch (InvalidInput e) {
            return Check.wrong(
                    NAME, Objects.requireNonNull(e.getMessage()), "correct it; until then runs keep their records");
        }
        return address.map(ServerCheck::of)
                .orElseGet(
                        () -> Check.fine(NAME, "MLFLOW_TRACKING_URI is not set, so runs stay here; gan ui shows them"));
    }

    private static Check of(Address address) {
        try (Http http = new Http(address.patient(PATIENCE))) {
            Optional<JsonNode> answer = http.ask("GET", "experiments/search?max_results=1", null);
            return answer.filter(json -> json.isEmpty() || json.has("experiments"))
                            .isPresent()
                    ? Check.fine(NAME, address.name() + " answers")
                    : wrong(address.uri() + " does not answer as an MLflow server does");
        } catch (ConnectException e) {
            return wrong("nothing listens at " + address.uri() + ": " + e.getMessage());
        } catch (IOException e) {
            return wrong(address.uri() + " does not take runs: " + e.getMessage());
        }
    }

    private static Check wrong(String detail) {
        return Check.wrong(
                NAME,
                detail,
                "start the server, or correct the variables MLFLOW_…; until then runs keep the records that it lacks");
    }
}
