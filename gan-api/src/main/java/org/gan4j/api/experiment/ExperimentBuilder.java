package org.gan4j.api.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.experiment.Experiment.Budget;
import org.gan4j.api.experiment.Experiment.Cadence;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Term;

/**
 * Makes experiments from another one, in Java. Each method returns a new builder and leaves this one as it is, so that several
 * experiments can begin with one builder:
 *
 * <pre>{@code
 * ExperimentBuilder ring = Gan4j.runner().recipe("ring").generator(MlpGenerator.of(256, 256)).steps(500);
 * Experiment one = ring.with(new Minimax(1)).seed(3).build();
 * List<Experiment> grid = ring.over(new Minimax(1), new NonSaturating(1)).overSeeds(1, 3);
 * }</pre>
 */
public final class ExperimentBuilder {
    private static final List<ExtensionPoint<?>> ONES = List.of(
            Loss.POINT,
            Generator.POINT,
            Discriminator.POINT,
            Prior.POINT,
            Schedule.POINT,
            Optimizer.POINT,
            Dataset.POINT,
            Backend.POINT);

    private String name;
    private Experiment.Parts parts;
    private Numbers numbers;
    private final ExperimentRules rules;
    private final List<Problem> problems;

    ExperimentBuilder(String name, Experiment.Parts parts, Numbers numbers, ExperimentRules rules) {
        this(name, parts, numbers, rules, List.of());
    }

    private ExperimentBuilder(
            String name, Experiment.Parts parts, Numbers numbers, ExperimentRules rules, List<Problem> problems) {
        this.name = name;
        this.parts = parts;
        this.numbers = numbers;
        this.rules = rules;
        this.problems = new ArrayList<>(problems);
    }

    private ExperimentBuilder copy(Consumer<ExperimentBuilder> change) {
        ExperimentBuilder copy = new ExperimentBuilder(name, parts, numbers, rules, problems);
        change.accept(copy);
        return copy;
    }

    /**
     * Replaces the part of the same kind: a {@code Loss}, {@code Generator}, {@code Discriminator}, {@code Prior},
     * {@code Schedule}, {@code Optimizer}, {@code Dataset} or {@code Backend}.
     */
    public ExperimentBuilder with(Object part) {
        List<ExtensionPoint<?>> fitting =
                ONES.stream().filter(point -> point.contract().isInstance(part)).toList();
        return fitting.size() == 1
                ? one(fitting.get(0), part)
                : copy(next -> next.problems.add(new Problem("with", misfit(part, fitting))));
    }

    private static String misfit(Object part, List<ExtensionPoint<?>> fitting) {
        String what = part == null ? "null" : part.getClass().getName();
        return fitting.isEmpty()
                ? what + " is not a " + contracts(ONES, ", ")
                        + "; metrics, terms and probes are added with addMetric, addTerm and addProbe"
                : what + " is a " + contracts(fitting, " and a ") + "; say which one is meant, as with "
                        + fitting.get(0).id() + "(...)";
    }

    private static String contracts(List<ExtensionPoint<?>> points, String separator) {
        return points.stream().map(point -> point.contract().getSimpleName()).collect(Collectors.joining(separator));
    }

    public ExperimentBuilder loss(Loss loss) {
        return one(Loss.POINT, loss);
    }

    public ExperimentBuilder generator(Generator generator) {
        return one(Generator.POINT, generator);
    }

    public ExperimentBuilder discriminator(Discriminator discriminator) {
        return one(Discriminator.POINT, discriminator);
    }

    public ExperimentBuilder prior(Prior prior) {
        return one(Prior.POINT, prior);
    }

    public ExperimentBuilder schedule(Schedule schedule) {
        return one(Schedule.POINT, schedule);
    }

    public ExperimentBuilder optimizer(Optimizer optimizer) {
        return one(Optimizer.POINT, optimizer);
    }

    public ExperimentBuilder dataset(Dataset dataset) {
        return one(Dataset.POINT, dataset);
    }

    public ExperimentBuilder backend(Backend backend) {
        return one(Backend.POINT, backend);
    }

    private <P> ExperimentBuilder one(ExtensionPoint<P> point, Object part) {
        return copy(next -> {
            if (part == null) {
                next.problems.add(new Problem(point.id(), "is null; expected a " + contracts(List.of(point), "")));
            } else {
                next.parts = parts.with(rules.writer()
                        .part(point.contract(), point.id(), point.contract().cast(part)));
            }
        });
    }

    /** Measures these metrics and no others. */
    public ExperimentBuilder metrics(Metric... metrics) {
        return lists(members(Metric.POINT, "metrics", metrics), parts.terms(), parts.probes());
    }

    /** Measures one more metric. */
    public ExperimentBuilder addMetric(Metric metric) {
        return lists(plus(parts.metrics(), Metric.POINT, "metrics", metric), parts.terms(), parts.probes());
    }

    /** Adds these terms to the objectives and no others. */
    public ExperimentBuilder terms(Term... terms) {
        return lists(parts.metrics(), members(Term.POINT, "terms", terms), parts.probes());
    }

    /** Adds one more term to the objectives. */
    public ExperimentBuilder addTerm(Term term) {
        return lists(parts.metrics(), plus(parts.terms(), Term.POINT, "terms", term), parts.probes());
    }

    /** Also reports the gradients that these losses would give the generator, and those of no others. */
    public ExperimentBuilder probes(Loss... losses) {
        return lists(parts.metrics(), parts.terms(), members(Loss.POINT, "probes", losses));
    }

    /** Also reports the gradients that one more loss would give the generator. */
    public ExperimentBuilder addProbe(Loss loss) {
        return lists(parts.metrics(), parts.terms(), plus(parts.probes(), Loss.POINT, "probes", loss));
    }

    private ExperimentBuilder lists(List<Part<Metric>> metrics, List<Part<Term>> terms, List<Part<Loss>> probes) {
        return copy(next -> next.parts = parts.with(metrics, terms, probes));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private <P> List<Part<P>> members(ExtensionPoint<P> point, String list, P... members) {
        return Stream.of(members)
                .map(member -> rules.writer().member(point.contract(), list, member))
                .toList();
    }

    private <P> List<Part<P>> plus(List<Part<P>> some, ExtensionPoint<P> point, String list, P member) {
        return Stream.concat(some.stream(), Stream.of(rules.writer().member(point.contract(), list, member)))
                .toList();
    }

    /** Names the experiment; its runs lie in a folder of this name. */
    public ExperimentBuilder name(String other) {
        return copy(next -> next.name = other);
    }

    /** Sets the one seed that all random streams derive from. */
    public ExperimentBuilder seed(long seed) {
        return copy(next -> next.numbers = numbers.withSeed(seed));
    }

    /** Sets the number of examples of each side an update. */
    public ExperimentBuilder batch(int batch) {
        return copy(next -> next.numbers = numbers.withBatch(batch));
    }

    /** Ends the run after so many steps; 0 removes the limit. Other limits stay. */
    public ExperimentBuilder steps(long steps) {
        return budget(
                new Budget(steps, numbers.budget().epochs(), numbers.budget().minutes()));
    }

    /** Ends the run when D has consumed the training split so often; 0 removes the limit. Other limits stay. */
    public ExperimentBuilder epochs(double epochs) {
        return budget(
                new Budget(numbers.budget().steps(), epochs, numbers.budget().minutes()));
    }

    /** Ends the run after so many minutes of wall time; 0 removes the limit. Other limits stay. */
    public ExperimentBuilder minutes(double minutes) {
        return budget(new Budget(numbers.budget().steps(), numbers.budget().epochs(), minutes));
    }

    private ExperimentBuilder budget(Budget budget) {
        return copy(next -> next.numbers = numbers.withBudget(budget));
    }

    /** Sets the intervals, in steps, at which the run is evaluated, reported and saved. */
    public ExperimentBuilder cadence(Cadence cadence) {
        return copy(next -> next.numbers = numbers.withCadence(cadence));
    }

    /** Sets the interval, in steps, at which the run is evaluated; 0 means only at the end. */
    public ExperimentBuilder evalEvery(long steps) {
        Cadence old = numbers.cadence();
        return cadence(new Cadence(steps, old.costly(), old.report(), old.checkpoint(), old.keeping()));
    }

    /** Sets what happens when a value is not finite. */
    public ExperimentBuilder onNan(OnNan onNan) {
        return copy(next -> next.numbers = numbers.withOnNan(onNan));
    }

    /** Sets the number format of training. */
    public ExperimentBuilder precision(Precision precision) {
        return copy(next ->
                next.numbers = numbers.withArithmetic(numbers.arithmetic().withPrecision(precision)));
    }

    /** Sets the device: {@code auto}, {@code cpu} or {@code gpu:N}. */
    public ExperimentBuilder device(String device) {
        return copy(next -> next.numbers = numbers.withDevice(device));
    }

    /** Sets the folder that run folders are made in. */
    public ExperimentBuilder runs(Path runs) {
        return copy(next -> next.numbers = numbers.withRuns(runs));
    }

    /** Makes an arm of a comparison for each of these parts, as {@link #with} does. */
    public ExperimentGrid over(Object... alternatives) {
        return new ExperimentGrid(List.of(this)).over(alternatives);
    }

    /**
     * Builds the experiment once for each seed from the first to the last, both included: {@code overSeeds(1, 10)} gives ten.
     *
     * @throws org.gan4j.api.problem.InvalidInput with all that does not fit together
     */
    public List<Experiment> overSeeds(long first, long last) {
        return new ExperimentGrid(List.of(this)).overSeeds(first, last);
    }

    /**
     * Builds the experiment.
     *
     * @throws org.gan4j.api.problem.InvalidInput with all that does not fit together
     */
    public Experiment build() {
        Problems found = new Problems();
        Experiment experiment = build(found);
        found.throwIfAny();
        return experiment;
    }

    /** Builds the experiment, with what does not fit together added to the problems. */
    Experiment build(Problems found) {
        found.addAll(problems);
        reportDoubles("metrics", parts.metrics(), found);
        reportDoubles("terms", parts.terms(), found);
        reportDoubles("probes", parts.probes(), found);
        Experiment experiment = new Experiment(name, parts, numbers, rules);
        rules.check(experiment, found);
        return experiment;
    }

    private static void reportDoubles(String list, List<? extends Part<?>> parts, Problems found) {
        Set<String> names = new HashSet<>();
        parts.stream()
                .filter(part -> !names.add(part.name()))
                .forEach(part -> found.add(list, "'" + list + "' names '" + part.name() + "' twice"));
    }
}
