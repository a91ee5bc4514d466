/** What the program itself measures while a run trains, and where all signals are looked up by name. */
package org.gan4j.experiments.store.signal;
