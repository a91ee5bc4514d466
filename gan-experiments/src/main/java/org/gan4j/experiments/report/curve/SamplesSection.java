package org.gan4j.experiments.report.curve;

import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.Section;

/** The sample pictures under a slider; the script fills it. */
public final class SamplesSection {
    private SamplesSection() {}

    /** The section; it is empty where no run has pictures. */
    public static Section of(Gallery gallery) {
        if (gallery.seeds().isEmpty()) {
            return new Section("samples", "Samples", Html.NOTHING);
        }
        String same = gallery.arms().size() > 1
                ? "The noise is the same in each step and for each arm."
                : "The noise is the same in each step.";
        String omitted = gallery.leftOut() == 0
                ? ""
                : "The pictures of " + gallery.leftOut()
                        + " further seeds are left out for size; they are in their run folders.";
        return new Section(
                "samples",
                "Samples",
                Section.paragraph("p.note", same + " Tap a picture to enlarge it."),
                Html.element("div", "").with("id", "gallery"),
                Section.paragraph("p.note", omitted));
    }
}
