package org.gan4j.tensorflow;

import java.util.Map;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.tensorflow.plan.Update;

/** An observer, which receives the batch of every update. */
interface UpdateWatch {
    UpdateWatch NONE = (update, draws) -> {};

    /**
     * Takes the draws of an update.
     *
     * @param draws by name, those that the update's graph has
     */
    void made(Update update, Map<String, FloatTensor> draws);
}
