package org.gan4j.experiments.lab;

import java.util.List;

/**
 * What the page shows at one step.
 *
 * @param step steps made so far, by the arm that has made the most
 */
record LabFrame(long step, List<ArmFrame> arms) {}
