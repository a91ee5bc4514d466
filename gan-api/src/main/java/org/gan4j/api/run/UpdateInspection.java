package org.gan4j.api.run;

import java.util.List;

/** The capability of a run to say what each update of a step computes. */
public interface UpdateInspection {
    /**
     * Makes one step, with the same effect on the weights as {@link Training#advance}. It takes longer, because it fetches what is
     * computed.
     *
     * @return the values in the order in which they were computed
     */
    List<UpdateValue> inspectStep();
}
