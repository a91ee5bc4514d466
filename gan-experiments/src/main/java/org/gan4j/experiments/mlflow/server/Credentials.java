package org.gan4j.experiments.mlflow.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.net.Login;

/**
 * Who logs in, as MLflow's client for Python finds it: in the address, or else in the variables, or else in the section
 * {@code [mlflow]} of {@code ~/.mlflow/credentials}. A token counts where there is no user with a password.
 */
final class Credentials {
    private static final String USER = "MLFLOW_TRACKING_USERNAME";
    private static final String PASSWORD = "MLFLOW_TRACKING_PASSWORD";

    private Credentials() {}

    /** The value of the header {@code Authorization}, if there is any. */
    static Optional<String> header(Optional<Login> inAddress, Map<String, String> environment) {
        if (inAddress.isPresent()) {
            return Optional.of(inAddress.get().header());
        }
        Map<String, String> file = file(environment);
        String user = value(USER, environment, file);
        String password = value(PASSWORD, environment, file);
        String token = environment.getOrDefault("MLFLOW_TRACKING_TOKEN", "").strip();
        if (!user.isEmpty() && (!password.isEmpty() || token.isEmpty())) {
            return Optional.of(new Login(user, password).header());
        }
        return token.isEmpty() ? Optional.empty() : Optional.of("Bearer " + token);
    }

    private static String value(String name, Map<String, String> environment, Map<String, String> file) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? file.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value;
    }

    private static Map<String, String> file(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        Map<String, String> values = new HashMap<>();
        if (home.isEmpty()) {
            return values;
        }
        Path file = Path.of(home, ".mlflow", "credentials");
        if (!Files.isRegularFile(file)) {
            return values;
        }
        boolean ours = false;
        try {
            for (String line : Files.readAllLines(file)) {
                String text = line.strip();
                if (text.startsWith("[")) {
                    ours = text.equals("[mlflow]");
                } else if (ours && text.matches("[A-Za-z_]+\\s*[=:].*")) {
                    String[] parts = text.split("\\s*[=:]\\s*", 2);
                    values.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
                }
            }
        } catch (IOException e) {
            throw new InvalidInput(file.toString(), "cannot be read: " + e);
        }
        return values;
    }
}
