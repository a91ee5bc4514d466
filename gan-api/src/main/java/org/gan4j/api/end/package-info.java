/** Declares the two extension points for what happens when a run or a comparison has ended. */
package org.gan4j.api.end;
