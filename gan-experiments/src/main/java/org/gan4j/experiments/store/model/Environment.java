package org.gan4j.experiments.store.model;

import java.util.List;
import java.util.stream.Collectors;

/** The Python that an exported generator was tested with, in the three ways that MLflow wants it written down. */
final class Environment {
    static final String PYTHON = "3.11.7";
    static final String MLFLOW = "3.17.2";
    static final String TENSORFLOW = "2.21.0";

    static final String REQUIREMENTS_FILE = "requirements.txt";
    static final String VIRTUALENV_FILE = "python_env.yaml";
    static final String CONDA_FILE = "conda.yaml";

    private static final List<String> REQUIREMENTS = List.of("mlflow==" + MLFLOW, "tensorflow==" + TENSORFLOW);

    private Environment() {}

    static String requirements() {
        return lines("");
    }

    static String virtualenv() {
        return "python: " + PYTHON + "\n"
                + "build_dependencies:\n- pip\n- setuptools\n- wheel\n"
                + "dependencies:\n- -r " + REQUIREMENTS_FILE + "\n";
    }

    static String conda() {
        return "name: gan4j\n"
                + "channels:\n- conda-forge\n"
                + "dependencies:\n- python=" + PYTHON + "\n- pip\n- pip:\n"
                + lines("  - ");
    }

    private static String lines(String before) {
        return REQUIREMENTS.stream()
                .map(requirement -> before + requirement + "\n")
                .collect(Collectors.joining());
    }
}
