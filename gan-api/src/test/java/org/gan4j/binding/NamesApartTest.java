package org.gan4j.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.part.Part;
import org.junit.jupiter.api.Test;

class NamesApartTest {
    private static Part<Object> part(String name, Map<String, String> parameters) {
        String key = "probes." + name;
        return new Part<>(
                key,
                name,
                parameters,
                new TreeMap<>(parameters),
                new TreeMap<>(Map.of(key, "one", key + ".of", "other")),
                "");
    }

    private static List<String> names(List<Part<Object>> parts) {
        return parts.stream().<String>map(Part::name).toList();
    }

    @Test
    void the_parameters_that_differ_stand_beside_a_name_that_is_used_twice() {
        assertThat(names(NamesApart.of(List.of(
                        part("minimax", Map.of("scale", "1")),
                        part("blend", Map.of("scale", "1", "share", "0.1")),
                        part("blend", Map.of("scale", "1", "share", "0.9"))))))
                .containsExactly("minimax", "blend(share=0.1)", "blend(share=0.9)");
    }

    @Test
    void a_parameter_that_only_one_of_them_has_follows_from_another() {
        assertThat(names(NamesApart.of(List.of(
                        part("lazy", Map.of("of", "minimax")),
                        part("lazy", Map.of("of", "blend", "of.share", "0.1"))))))
                .containsExactly("lazy(of=minimax)", "lazy(of=blend)");
    }

    @Test
    void equal_parts_keep_one_name() {
        Part<Object> blend = part("blend", Map.of("share", "0.1"));

        assertThat(names(NamesApart.of(List.of(blend, blend)))).containsExactly("blend", "blend");
    }

    @Test
    void names_are_found_anew_when_parts_are_added_or_removed() {
        Part<Object> blend = part("blend", Map.of("share", "0.1"));
        List<Part<Object>> two = NamesApart.of(List.of(blend, part("blend", Map.of("share", "0.9"))));

        assertThat(two.get(0).key()).isEqualTo("probes.blend(share=0.1)");
        assertThat(two.get(0).jars()).containsOnlyKeys("probes.blend(share=0.1)", "probes.blend(share=0.1).of");
        assertThat(NamesApart.of(two.subList(0, 1))).containsExactly(blend);
    }

    @Test
    void a_part_is_written_with_all_its_parameters_as_the_grammar_reads_it() {
        String written = NamesApart.written(
                part("lazy", Map.of("margin", "0", "of", "blend", "of.share", "0.1", "at", "[1,2]")));

        assertThat(written).isEqualTo("lazy(at=[1,2],margin=0,of=blend,of.share=0.1)");
        assertThat(Setting.parse(written, ""))
                .isEqualTo(Setting.parse("lazy(at=[1,2],margin=0,of=blend(share=0.1))", ""));
    }
}
