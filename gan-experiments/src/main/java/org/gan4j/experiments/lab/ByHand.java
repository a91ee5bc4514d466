package org.gan4j.experiments.lab;

/** Something that was done to an arm by hand, which {@code gan train} does not repeat. Its text says when and what. */
sealed interface ByHand permits HandChange, HandMade {}
