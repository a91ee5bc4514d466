/** Laws as plain Java: what must hold of a part, with the value expected and the value measured. */
package org.gan4j.api.laws;
