package org.gan4j.experiments.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Works on several cells of a grid at a time, each in a thread of its own. Small nets leave most of a machine idle,
 * since a step of theirs is over before its operations could be spread over several cores; cells that run at the same
 * time fill it. Each has its own graph, session and counters, so none affects another.
 *
 * @param most cells at a time
 */
record CellExecutor(int most) {
    /**
     * Runs the cells and returns their results, in their order.
     *
     * @param cells the work of each; its result is empty if it was not begun because the process is to stop
     * @throws RuntimeException the exception of the first cell that failed; cells that had begun finish, further ones
     * are not begun
     */
    <T> List<T> all(List<Supplier<Optional<T>>> cells) {
        AtomicBoolean failed = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(most, work -> new Thread(work, "gan-cell"));
        try {
            List<Future<Optional<T>>> begun = new ArrayList<>();
            for (Supplier<Optional<T>> cell : cells) {
                begun.add(threads.submit(() -> failed.get() ? Optional.empty() : watched(cell, failed)));
            }
            List<T> results = new ArrayList<>();
            for (Future<Optional<T>> one : begun) {
                result(one).ifPresent(results::add);
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static <T> Optional<T> watched(Supplier<Optional<T>> cell, AtomicBoolean failed) {
        boolean well = false;
        try {
            Optional<T> result = cell.get();
            well = true;
            return result;
        } finally {
            if (!well) {
                failed.set(true);
            }
        }
    }

    private static <T> Optional<T> result(Future<Optional<T>> cell) {
        try {
            return cell.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while cells were running", e);
        }
    }
}
