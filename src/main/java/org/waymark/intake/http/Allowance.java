package org.waymark.intake.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How often each of many callers may do something: so many times at once, and as many again in a minute.
 *
 * <p>It remembers a bounded number of callers. Whoever is forgotten starts with a full allowance, and only somebody who
 * asks less often than the others is.
 */
final class Allowance {

    private static final int MOST_CALLERS = 20_000;

    /** In this time any allowance is full again, so nothing is forgotten that would count. */
    private static final Duration FULL_AGAIN = Duration.ofMinutes(2);

    private final LoadingCache<String, Bucket> buckets;

    /** @param perMinute 1 or more */
    Allowance(long perMinute) {
        this(perMinute, TimeMeter.SYSTEM_NANOTIME);
    }

    Allowance(long perMinute, TimeMeter time) {
        if (perMinute < 1) {
            throw new IllegalArgumentException("an allowance is 1 a minute or more, not `" + perMinute + "`");
        }
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(FULL_AGAIN)
                .build(caller -> bucket(perMinute, time));
    }

    private static Bucket bucket(long perMinute, TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** Takes one of the caller's, where one is left. Seconds until one is, 0 where it was taken. */
    long take(String caller) {
        return seconds(buckets.get(caller).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** Seconds until the caller has one left, 0 where there is one; takes none. */
    long wait(String caller) {
        return seconds(buckets.get(caller).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private static long seconds(long nanos) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return (nanos + second - 1) / second;
    }

    /** How many callers it remembers now, at most. */
    long callers() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
