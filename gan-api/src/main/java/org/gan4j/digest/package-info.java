/** SHA-256 of texts, files and jars: what makes a recorded run recognisable. */
package org.gan4j.digest;
