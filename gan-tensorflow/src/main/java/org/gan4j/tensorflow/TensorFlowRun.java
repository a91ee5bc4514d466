package org.gan4j.tensorflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.CheckpointImport;
import org.gan4j.api.run.Continuation;
import org.gan4j.api.run.DeviceRates;
import org.gan4j.api.run.LoneUpdates;
import org.gan4j.api.run.LossProbes;
import org.gan4j.api.run.OperationTimes;
import org.gan4j.api.run.Rollback;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.SampleGradients;
import org.gan4j.api.run.SavedModelExport;
import org.gan4j.api.run.UpdateInspection;
import org.gan4j.api.run.UpdateValue;
import org.gan4j.api.train.Player;
import org.gan4j.tensorflow.data.Data;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.host.Checkpoint;
import org.gan4j.tensorflow.host.Device;
import org.gan4j.tensorflow.host.Feeds;
import org.gan4j.tensorflow.host.GraphSession;
import org.gan4j.tensorflow.host.MeasuredRates;
import org.gan4j.tensorflow.host.ThreadPools;
import org.gan4j.tensorflow.host.TracedOperations;
import org.gan4j.tensorflow.host.WeightImport;
import org.gan4j.tensorflow.plan.Update;
import org.gan4j.tensorflow.plan.UpdatePlan;
import org.gan4j.tensorflow.train.Evaluation;
import org.gan4j.tensorflow.train.Probes;
import org.gan4j.tensorflow.train.SampleLoss;
import org.gan4j.tensorflow.train.UpdateGraphs;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** One experiment in one graph and one session: one run of the session is one update. */
final class TensorFlowRun
        implements Run,
                CheckpointImport,
                Continuation,
                DeviceRates,
                LoneUpdates,
                LossProbes,
                OperationTimes,
                Rollback,
                SampleGradients,
                SavedModelExport,
                UpdateInspection {
    private final Graph graph;
    private final Device device;
    private final UpdatePlan plan;
    private final Data data;
    private final UpdateGraphs training;
    private final Evaluation evaluation;
    private final Probes probes;
    private final SampleLoss sampleLoss;
    private final Checkpoint checkpoint;
    private final List<Variable<TFloat32>> weights;
    private final GraphSession session;
    private final InspectedUpdates inspection;
    private final MeasuredRates rates;
    private UpdateWatch watch = UpdateWatch.NONE;
    private final Steps steps;
    private final Succession succession;

    private TensorFlowRun(Experiment experiment, Graph graph, Blueprint built, Device device, MeasuredRates rates) {
        this.graph = graph;
        this.device = device;
        this.rates = rates;
        plan = built.plan();
        data = built.data();
        training = built.training();
        evaluation = built.evaluation();
        probes = built.probes();
        sampleLoss = built.sampleLoss();
        checkpoint = built.checkpoint();
        weights = List.copyOf(built.model().parameters().all());
        session = new GraphSession(
                graph, device.config(ThreadPools.threads(StepSize.of(experiment).isSmall())));
        inspection = new InspectedUpdates(
                session, training, built.model().variables().saved(DataType.DT_FLOAT));
        steps = new Steps(plan, data, session);
        succession =
                new Succession(experiment, built.model().nodes(), built.model().variables(), session);
        try {
            session.run(Feeds.none(), built.model().variables().initializers());
            data.load(session);
            steps.goOnAfter(0);
        } catch (RuntimeException e) {
            // A graph that still has a session waits for it for ever when it is closed.
            session.close();
            throw e;
        }
    }

    static TensorFlowRun open(Experiment experiment, Device device) {
        Graph graph = new Graph();
        try {
            MeasuredRates rates =
                    MeasuredRates.of(device, experiment.arithmetic().precision());
            return new TensorFlowRun(experiment, graph, Blueprint.of(experiment, graph), device, rates);
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
    }

    @Override
    public long step() {
        return steps.made();
    }

    @Override
    public double epoch() {
        return steps.epoch();
    }

    @Override
    public Map<String, Double> advance(long count) {
        for (long i = 0; i < count; i++) {
            steps.make(this::make);
        }
        return training.takeSignals(session);
    }

    @Override
    public Map<String, Double> updateAlone(Player player) {
        make(plan.alone(player, training.made(session, player)));
        return training.takeSignals(session);
    }

    @Override
    public List<UpdateValue> inspectStep() {
        List<UpdateValue> values = new ArrayList<>();
        AtomicInteger number = new AtomicInteger();
        steps.make(update -> values.addAll(inspection.of(update, number.incrementAndGet())));
        return values;
    }

    @Override
    public List<OperationTime> timeStep() {
        List<OperationTime> times = new ArrayList<>();
        steps.make(update -> times.addAll(
                TracedOperations.of(session.timed(training.of(update).target()))));
        return times;
    }

    @Override
    public List<Rate> measureRates() {
        return rates.measure();
    }

    private void make(Update update) {
        if (watch == UpdateWatch.NONE) {
            session.run(training.of(update).target());
            return;
        }
        SortedMap<String, Operand<TFloat32>> built = training.of(update).batch().built();
        List<FloatTensor> fetched = session.floats(
                Feeds.none(),
                List.copyOf(built.values()),
                List.of(training.of(update).target()));
        Map<String, FloatTensor> draws = new HashMap<>();
        built.keySet().forEach(name -> draws.put(name, fetched.get(draws.size())));
        watch.made(update, draws);
    }

    /** Passes the batches of all later updates to an observer, which makes updates slower. */
    void watch(UpdateWatch watcher) {
        watch = watcher;
    }

    @Override
    public FloatTensor latent(int count, String stream) {
        return evaluation.latent(session, count, stream);
    }

    @Override
    public FloatTensor generate(FloatTensor latent) {
        return evaluation.generate(session, latent);
    }

    @Override
    public FloatTensor real(int count, String stream) {
        return data.draw(session, count, stream);
    }

    @Override
    public float[] score(FloatTensor examples) {
        return evaluation.score(session, examples);
    }

    @Override
    public FloatTensor features(FloatTensor examples) {
        return evaluation.features(session, examples);
    }

    @Override
    public FloatTensor head(FloatTensor examples, String name) {
        return evaluation.head(session, examples, name);
    }

    @Override
    public Map<String, Double> probe() {
        return probes.measure(session);
    }

    @Override
    public FloatTensor sampleGradient(FloatTensor real, FloatTensor fake) {
        return sampleLoss.gradient(session, real, fake);
    }

    @Override
    public SortedMap<String, FloatTensor> weights() {
        List<FloatTensor> values = session.floats(
                Feeds.none(), weights.stream().map(Variable::read).toList(), List.of());
        SortedMap<String, FloatTensor> byName = new TreeMap<>();
        for (int i = 0; i < weights.size(); i++) {
            byName.put(weights.get(i).name(), values.get(i));
        }
        return byName;
    }

    @Override
    public String device() {
        return device.name();
    }

    @Override
    public void save(Path folder) {
        steps.requireOwn();
        checkpoint.save(session, folder, steps.made());
    }

    @Override
    public void restore(Path folder) {
        steps.goOnAfter(checkpoint.restore(session, folder));
    }

    @Override
    public boolean isFinite() {
        return inspection.isStateFinite();
    }

    @Override
    public void rollBack(Path folder) {
        checkpoint.restoreNets(session, folder);
    }

    @Override
    public void importWeights(Path folder, String toPrefix, String fromPrefix) {
        WeightImport.assign(graph, session, weights, folder, toPrefix, fromPrefix);
    }

    @Override
    public Exported export(Path folder) {
        return evaluation.generator().write(session, folder);
    }

    @Override
    public List<String> goOnFrom(Run other) {
        if (!(other instanceof TensorFlowRun before)) {
            throw new InvalidInput(
                    "backend", "the run before is one of another backend, so nothing can be carried over");
        }
        List<String> anew = new ArrayList<>(succession.takeFrom(before.succession));
        if (succession.hasBatchesOf(before.succession)) {
            steps.goOnAfter(before.step(), before.steps.draws());
        } else {
            long draws = (long) Math.ceil(before.epoch()) * data.batchesPerEpoch();
            succession.countDraws(Player.DISCRIMINATOR, draws);
            steps.goOnAfter(before.step(), draws);
            anew.add("the epoch");
        }
        return anew;
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
