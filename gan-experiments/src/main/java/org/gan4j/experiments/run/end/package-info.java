/** What happens when a run has ended: calling what is contributed for it, and the two contributions that need nothing but the run. */
package org.gan4j.experiments.run.end;
