package org.gan4j.experiments.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void text_is_shown_and_never_markup() {
        assertThat(Html.text("<b title='x'>\"&\"</b>").markup())
                .isEqualTo("&lt;b title=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/b&gt;");
    }

    @Test
    void an_element_has_its_classes_and_content() {
        assertThat(Html.element("td.number.wide", Html.text("1 < 2"), Html.element("b", "!"))
                        .markup())
                .isEqualTo("<td class=\"number wide\">1 &lt; 2<b>!</b></td>");
    }

    @Test
    void an_attribute_cannot_end_its_element() {
        assertThat(Html.element("a", "go")
                        .with("title", "\"><script>")
                        .with("href", "#x")
                        .markup())
                .isEqualTo("<a title=\"&quot;&gt;&lt;script&gt;\" href=\"#x\">go</a>");
    }
}
