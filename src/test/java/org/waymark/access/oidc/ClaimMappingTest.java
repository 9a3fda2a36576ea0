package org.waymark.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.access.Areas;
import org.waymark.access.Caller;
import org.waymark.access.Role;

class ClaimMappingTest {

    private final ClaimMapping mapping = new ClaimMapping(
            "preferred_username",
            List.of("roles", "realm_access.roles", "https://hub.example/roles", "department"),
            Map.of(
                    "wm-screener", Set.of("screener"),
                    "lead", Set.of("manager", "auditor"),
                    "Safeguarding Team", Set.of("screener")),
            List.of("groups"),
            Map.of("north", Set.of("sefton", "knowsley"), "inspectors", Set.of("*")));

    private Caller caller(Map<String, Object> claims) {
        return mapping.caller(claims).orElseThrow();
    }

    @Test
    void a_claim_may_be_a_list_a_text_nested_or_have_dots_in_its_name() {
        assertThat(caller(Map.of("sub", "1", "roles", List.of("wm-screener", 7, "other")))
                        .roles())
                .containsExactly(Role.SCREENER);
        assertThat(caller(Map.of("sub", "1", "realm_access", Map.of("roles", List.of("lead"))))
                        .roles())
                .containsExactlyInAnyOrder(Role.MANAGER, Role.AUDITOR);
        assertThat(caller(Map.of("sub", "1", "https://hub.example/roles", List.of("lead")))
                        .roles())
                .hasSize(2);
        assertThat(caller(Map.of("sub", "1", "department", "Safeguarding Team")).roles())
                .containsExactly(Role.SCREENER);
    }

    @Test
    void what_is_not_named_to_the_letter_means_nothing() {
        Caller nobody = caller(Map.of(
                "sub",
                "1",
                "roles",
                List.of("WM-SCREENER", "wm-screener ", "screener", "*"),
                "groups",
                List.of("sefton", "*", "North"),
                "realm_access",
                "lead"));
        assertThat(nobody.roles()).isEmpty();
        assertThat(nobody.areas()).isEqualTo(Areas.NONE);
    }

    @Test
    void a_group_may_be_several_areas_or_all() {
        assertThat(caller(Map.of("sub", "1", "groups", List.of("north")))
                        .areas()
                        .named())
                .containsExactly("knowsley", "sefton");
        assertThat(caller(Map.of("sub", "1", "groups", List.of("inspectors"))).areas())
                .isEqualTo(Areas.ALL);
    }

    @Test
    void one_persons_name_is_never_anothers_subject() {
        assertThat(caller(Map.of("sub", "anna")).actor()).isEqualTo("oidc-sub:anna");
        assertThat(caller(Map.of("sub", "77", "preferred_username", "anna")).actor())
                .isEqualTo("oidc:anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " anna", "anna\n", "an\u200bna", "\u202eanna", "an\u0000na"})
    void a_name_that_reads_as_another_is_none_and_nothing_stands_in_for_it(String name) {
        assertThat(mapping.caller(Map.of("sub", "77", "preferred_username", name)))
                .isEmpty();
        assertThat(mapping.caller(Map.of("sub", name))).isEmpty();
        assertThat(mapping.caller(Map.of("sub", 77))).isEmpty();
        assertThat(mapping.caller(Map.of("sub", "a".repeat(201)))).isEmpty();
    }
}
