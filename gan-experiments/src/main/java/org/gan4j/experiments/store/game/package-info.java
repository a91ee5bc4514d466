/** The rules of the game that a run plays, and where its discriminator's logits lie: what a report explains the game with. */
package org.gan4j.experiments.store.game;
