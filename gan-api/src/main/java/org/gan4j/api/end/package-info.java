/** What happens when a run or a comparison has ended: two extension points that any module can add to. */
package org.gan4j.api.end;
