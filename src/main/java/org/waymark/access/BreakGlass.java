package org.waymark.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What lets a manager or an auditor read about one young person of an area that is not theirs, when a child cannot wait:
 * they say why, whoever keeps the service is alarmed, and the young person's own trail has it for good. The alarm holds
 * nobody's name: who it was, and why, the trail says.
 */
public final class BreakGlass {

    /** The header that breaks it. */
    public static final String HEADER = "Waymark-Break-Glass";

    /** The field of a page's form that does. */
    public static final String FIELD = "glass";

    /** What an address of a page has behind it to which that form is sent. */
    static final String BEHIND = "/behind-glass";

    /** Of the reason, in characters. */
    public static final int SHORTEST = 30;

    public static final int LONGEST = 500;
    private static final Duration SHOWN = Duration.ofHours(24);

    /** More than anybody would count. */
    private static final int MOST_SHOWN = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(BreakGlass.class);
    private static final String ATTRIBUTE = BreakGlass.class.getName();

    private final Clock clock;
    private final Deque<Instant> latest = new ArrayDeque<>();
    private long times;

    BreakGlass(Clock clock) {
        this.clock = clock;
    }

    /** The reason of somebody who broke the glass for this call; null where nobody had to. */
    public static @Nullable String reason(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }

    /** Whether there is any area for which somebody would have to break it, and may. */
    public static boolean isFor(Caller caller) {
        return caller.isAnyOf(Route.GLASS) && !caller.areas().all();
    }

    /**
     * Where somebody may say why who asked for this page, whether anything is there or not; nothing for a page, or for
     * somebody, of whom it is not asked.
     */
    public static Optional<String> asksAt(HttpServletRequest request) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        boolean asks =
                AccessTable.row("POST", behind(pattern)).isPresent() && isFor(Caller.of(request.getUserPrincipal()));
        return asks ? Optional.of(behind(request.getRequestURI())) : Optional.empty();
    }

    private static String behind(String address) {
        return address.endsWith(BEHIND) ? address : address + BEHIND;
    }

    /**
     * Whether this call, which the caller's areas do not allow, is let through. It rings before anything is looked for:
     * whether there was anything to read makes no difference.
     *
     * @throws GlassHolds where they would break it, and may not, or do not say why
     */
    boolean isBroken(Caller caller, HttpServletRequest request) {
        boolean form = request.getMethod().equals("POST");
        String reason = form ? request.getParameter(FIELD) : request.getHeader(HEADER);
        if (reason == null) {
            return false;
        }
        if (!caller.isAnyOf(Route.GLASS) || !form && !request.getMethod().equals("GET")) {
            throw new GlassHolds(GlassHolds.Why.NOT_YOURS);
        }
        String said = reason.strip();
        if (said.length() < SHORTEST || said.length() > LONGEST || said.chars().anyMatch(Character::isISOControl)) {
            throw new GlassHolds(GlassHolds.Why.NO_REASON);
        }
        request.setAttribute(ATTRIBUTE, said);
        ring();
        return true;
    }

    private synchronized void ring() {
        times++;
        latest.addLast(clock.instant());
        if (latest.size() > MOST_SHOWN) {
            latest.removeFirst();
        }
        LOG.warn(
                "The glass was broken: somebody reads about a young person of an area that is not theirs. Who and why is"
                        + " in that young person's trail, see readers");
    }

    /** How often, since this process started. */
    public synchronized long times() {
        return times;
    }

    /** How often in the last 24 hours, {@value #MOST_SHOWN} at most, in this process. */
    public synchronized int lastDay() {
        Instant since = clock.instant().minus(SHOWN);
        latest.removeIf(one -> one.isBefore(since));
        return latest.size();
    }

    /** When last, within those hours. */
    public synchronized Optional<Instant> last() {
        return lastDay() == 0 ? Optional.empty() : Optional.of(latest.getLast());
    }
}
