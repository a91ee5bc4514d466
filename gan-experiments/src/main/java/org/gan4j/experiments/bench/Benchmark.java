package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.run.DeviceRates;
import org.gan4j.api.run.DeviceRates.Rate;
import org.gan4j.experiments.run.ProcessMemory;

/**
 * Trains experiments in turns: a window of each, then each device's rates, and again, so that all see the same changes of the
 * machine.
 *
 * @param windows       of each experiment
 * @param windowSeconds how long a window takes, about
 * @param progress      where it says what it does
 */
public record Benchmark(int windows, double windowSeconds, Consumer<String> progress) {
    /**
     * Measures them; all are open at a time.
     *
     * @param experiments by a name for each, in the order in which they take turns
     */
    public BenchResult measure(Map<String, Experiment> experiments) {
        Machine machine = Machine.now();
        List<BenchedRun> runs = new ArrayList<>();
        try {
            experiments.forEach((name, experiment) -> {
                progress.accept("opens " + name);
                runs.add(BenchedRun.open(name, experiment));
            });
            return measure(machine, runs);
        } finally {
            runs.forEach(BenchedRun::close);
        }
    }

    private BenchResult measure(Machine machine, List<BenchedRun> runs) {
        progress.accept("warms up");
        runs.forEach(run -> run.warmUp(windowSeconds));
        Map<DeviceRates, String> devices = devices(runs);
        List<Measured> measured = new ArrayList<>();
        for (int window = 1; window <= windows; window++) {
            progress.accept("window " + window + " of " + windows);
            runs.forEach(BenchedRun::takeWindow);
            devices.forEach(
                    (rates, device) -> rates.measureRates().forEach(rate -> measured.add(new Measured(device, rate))));
        }
        double memory = ProcessMemory.megabytes();
        List<RunTimes> times = runs.stream().map(BenchedRun::times).toList();
        List<DeviceLimit> limits = limits(measured);
        return new BenchResult(
                machine, memory, windows, times, limits, Comparability.obstacles(machine, times, limits));
    }

    private record Measured(String device, Rate rate) {}

    /** Returns one run that can measure each device, one that also measures a reduced number format where there is one. */
    private static Map<DeviceRates, String> devices(List<BenchedRun> runs) {
        SortedMap<String, DeviceRates> chosen = new TreeMap<>();
        Stream.concat(runs.stream().filter(BenchedRun::isReduced), runs.stream())
                .forEach(run -> run.rates().ifPresent(rates -> chosen.putIfAbsent(run.device(), rates)));
        Map<DeviceRates, String> devices = new LinkedHashMap<>();
        chosen.forEach((device, rates) -> devices.put(rates, device));
        return devices;
    }

    private static List<DeviceLimit> limits(List<Measured> measured) {
        Map<List<String>, List<Double>> amounts = new LinkedHashMap<>();
        measured.forEach(one -> amounts.computeIfAbsent(
                        List.of(one.device(), one.rate().what(), one.rate().unit()), row -> new ArrayList<>())
                .add(one.rate().amount()));
        List<DeviceLimit> limits = new ArrayList<>();
        amounts.forEach((row, values) ->
                limits.add(new DeviceLimit(row.get(0), row.get(1), row.get(2), MedianAndRange.of(values))));
        return limits;
    }
}
