/** Calls what is contributed for the end of a run, and holds the two built-in contributions that need only the run. */
@NullMarked
package org.gan4j.experiments.run.end;

import org.jspecify.annotations.NullMarked;
