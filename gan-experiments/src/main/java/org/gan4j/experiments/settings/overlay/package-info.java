/** What the user wrote, before it is known what it means: settings in layers over each other, and the grids they make. */
package org.gan4j.experiments.settings.overlay;
