/** Records the rules of the game that a run plays and where its discriminator's logits lie, for the report to explain. */
@NullMarked
package org.gan4j.experiments.store.game;

import org.jspecify.annotations.NullMarked;
