package org.waymark.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What comes to be known of a young person, contact by contact. All of them are made up.
 *
 * @param weight how often it comes, against the others
 * @param ages the youngest and the oldest that it is about, in years
 */
record Story(String name, int weight, List<Integer> ages, List<Step> steps) {

    /**
     * A contact.
     *
     * @param after days after the first one
     * @param by the agency
     * @param safely how to make contact; absent where nobody said
     */
    record Step(int after, String by, @Nullable String safely, List<Said> observations) {}

    /**
     * An observation.
     *
     * @param daysAgo when it happened, counted back from the contact; absent for what is so and does not happen
     */
    record Said(String factor, String answer, @Nullable List<Integer> daysAgo) {}

    /** All that are told. */
    static List<Story> all() throws IOException {
        try (InputStream stories = Story.class.getResourceAsStream("/demo/stories.json")) {
            return JsonMapper.shared()
                    .readValue(
                            Objects.requireNonNull(stories, "the stories are in the jar"),
                            new TypeReference<List<Story>>() {});
        }
    }
}
