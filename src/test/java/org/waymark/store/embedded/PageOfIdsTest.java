package org.waymark.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which query is taken for one of ids in pages. */
class PageOfIdsTest {

    @Test
    void onlyExactlySuchAQueryIsAnsweredOffTheIndex() {
        assertThat(PageOfIds.of("find", asked())).contains(new PageOfIds("notes", null, 50));
        assertThat(PageOfIds.of("find", asked().append("filter", filter("_id", "$gt", "b"))))
                .contains(new PageOfIds("notes", "b", 50));

        assertThat(List.of(
                        PageOfIds.of("count", asked()),
                        PageOfIds.of("find", asked().append("skip", 1)),
                        PageOfIds.of("find", asked().append("limit", 0)),
                        PageOfIds.of("find", asked().append("filter", filter("_id", "$lt", "b"))),
                        PageOfIds.of("find", asked().append("filter", filter("text", "$gt", "b"))),
                        PageOfIds.of("find", asked().append("projection", other("text", 1))),
                        PageOfIds.of("find", asked().append("sort", other("_id", -1)))))
                .containsOnly(Optional.empty());
    }

    private static Document asked() {
        return other("find", "notes")
                .append("filter", new Document())
                .append("projection", other("_id", 1))
                .append("sort", other("_id", 1))
                .append("limit", 50);
    }

    private static Document filter(String field, String than, String value) {
        return other(field, other(than, value));
    }

    private static Document other(String field, Object value) {
        return new Document(field, value);
    }
}
