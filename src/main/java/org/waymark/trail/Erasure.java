package org.waymark.trail;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An erasure: what was ordered, and how far it has come. It holds nothing about anybody but pseudonyms, so that it can
 * be kept while it is carried out.
 *
 * @param id like no other
 * @param closed the person's keys that go; none where one contact goes only
 */
public record Erasure(String id, Order order, List<String> closed) {

    public Erasure {
        closed = List.copyOf(closed);
    }

    /**
     * What is to be erased, by whom, and why.
     *
     * @param decisionId of the contact that goes; absent where all goes that is recorded about the person
     * @param reason in words that name nobody: they stay for good, in the clear
     */
    public record Order(
            Person person, @Nullable String decisionId, String actor, Instant at, String reasonCode, String reason) {}

    /**
     * What is erased now, for those who keep something of it elsewhere.
     *
     * @param id the same, whenever one is told of the same erasure
     * @param whole whether all is gone that was recorded about the person until then
     */
    public record Done(String id, Person person, boolean whole, Set<Submission> submissions) {

        public Done {
            submissions = Set.copyOf(submissions);
        }
    }

    Submission submission() {
        return new Submission("erasure-" + id);
    }

    Erasure closing(List<String> keys) {
        return new Erasure(id, order, keys);
    }

    Document document() {
        return new Document("_id", id)
                .append("person", order.person().pseudonym())
                .append("decision", order.decisionId())
                .append("actor", order.actor())
                .append("at", Date.from(order.at()))
                .append("reasonCode", order.reasonCode())
                .append("reason", order.reason())
                .append("closed", closed);
    }

    static Erasure of(Document document) {
        return new Erasure(
                document.getString("_id"),
                new Order(
                        new Person(document.getString("person")),
                        document.getString("decision"),
                        document.getString("actor"),
                        document.getDate("at").toInstant(),
                        document.getString("reasonCode"),
                        document.getString("reason")),
                document.getList("closed", String.class));
    }
}
