package org.waymark.ruleset.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.waymark.assessment.Coded;
import org.waymark.screening.pathway.Action;
import org.waymark.screening.pathway.Block;
import org.waymark.screening.pathway.Flag;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.pathway.Service;
import org.waymark.screening.rule.Conclusions;
import org.waymark.screening.rule.Conclusions.ActionAdvice;
import org.waymark.screening.rule.Conclusions.PathwayAdvice;
import org.waymark.screening.rule.Manifest;

/** Reads what a line of a rule must give: all of it, so that nothing is at least and no clock is left out. */
final class GivesReader {

    private static final List<String> KEYS = List.of("pathways", "services", "actions", "blocks", "flags");

    private final Items items;

    GivesReader(Manifest manifest) {
        items = new Items(manifest);
    }

    Optional<Conclusions> read(At at) {
        int before = at.faults().count();
        List<PathwayAdvice> pathways = new ArrayList<>();
        List<Service> services = new ArrayList<>();
        List<ActionAdvice> actions = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        List<Flag> flags = new ArrayList<>();
        Keys.of(at, "what the line gives, such as `{actions: [safety-plan]}`,", KEYS)
                .ifPresent(keys -> {
                    each(keys, "pathways", Pathway.class, item -> pathway(item).ifPresent(pathways::add));
                    each(keys, "services", Service.class, item -> services.add(constant(item, Service.class)));
                    each(keys, "actions", Action.class, item -> action(item).ifPresent(actions::add));
                    each(keys, "blocks", Block.class, item -> blocks.add(constant(item, Block.class)));
                    each(keys, "flags", Flag.class, item -> flags.add(constant(item, Flag.class)));
                });
        return at.faults().count() > before
                ? Optional.empty()
                : Optional.of(new Conclusions(pathways, services, actions, blocks, flags));
    }

    private <T extends Enum<T> & Coded> void each(Keys keys, String key, Class<T> type, Consumer<Items.Item> read) {
        boolean pathway = type == (Class<?>) Pathway.class;
        boolean clock = pathway || type == (Class<?>) Action.class;
        String what = key.substring(0, key.length() - 1);
        keys.get(key)
                .ifPresent(at -> items.all(at, "a list")
                        .forEach(one -> items.item(one, what, codes(type), pathway, clock)
                                .filter(GivesReader::isExact)
                                .ifPresent(read)));
    }

    private static boolean isExact(Items.Item item) {
        if (item.speed().atLeast()) {
            item.at().fault(item.at().found() + " is not what a line gives", "write what it gives, without `at least`");
        }
        return !item.speed().atLeast();
    }

    private static Optional<PathwayAdvice> pathway(Items.Item item) {
        Pathway pathway = constant(item, Pathway.class);
        Speed speed = item.speed();
        if (speed.urgency() == null || (pathway == Pathway.MACE) != (speed.level() != null)) {
            item.at()
                    .fault(
                            item.at().found() + " does not say all that a pathway has",
                            "write an urgency, and for `mace` and no other a level: `mace high same-day`");
            return Optional.empty();
        }
        return Optional.of(new PathwayAdvice(pathway, speed.level(), speed.urgency()));
    }

    private static Optional<ActionAdvice> action(Items.Item item) {
        return Optional.of(
                new ActionAdvice(constant(item, Action.class), item.speed().urgency()));
    }

    private static <T extends Enum<T> & Coded> T constant(Items.Item item, Class<T> type) {
        return Coded.of(type, item.code()).orElseThrow();
    }

    static <T extends Enum<T> & Coded> List<String> codes(Class<T> type) {
        return Coded.codes(type.getEnumConstants());
    }
}
