package org.waymark.cli.load;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.util.StringUtils;
import org.waymark.casework.problem.Problem;
import org.waymark.casework.problem.ProblemKind;
import org.waymark.casework.stream.Ending;
import org.waymark.casework.stream.Line;
import org.waymark.casework.stream.LineAnswer;
import org.waymark.casework.stream.LineSink;
import org.waymark.casework.stream.LineSource;
import org.waymark.casework.stream.Submitted.Refused;
import org.waymark.cli.UsersFault;
import tools.jackson.core.JacksonException;

/**
 * A service that runs, by its batch call. Lines go in parcels: each is small enough that it can be sent whole before its
 * answers are read, and where that fails for any reason it is sent again, smaller.
 */
final class RunningServer implements Destination {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /** How often one parcel is sent without any line of it being answered: a service starts again within that. */
    private static final int TRIES = 10;

    private static final long LONGEST_PAUSE_MILLIS = 15_000;
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int FIRST_OF_SERVER = 500;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECTING).build();
    private final URI address;
    private final String authorization;
    private final Pause pause;

    /** How it waits before it tries again. */
    @FunctionalInterface
    interface Pause {

        void of(Duration time) throws InterruptedException;
    }

    /** @param base where the service is, such as {@code http://127.0.0.1:8080} */
    RunningServer(URI base, String user, String password) {
        this(base, user, password, time -> Thread.sleep(time.toMillis()));
    }

    RunningServer(URI base, String user, String password, Pause pause) {
        this.pause = pause;
        this.address = URI.create(
                StringUtils.trimTrailingCharacter(base.toString(), '/') + "/api/assessments:batch?decisions=false");
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return address.resolve("/").toString();
    }

    @Override
    public Ending send(LineSource source, LineSink sink) throws IOException, InterruptedException {
        Parcels parcels = new Parcels(source);
        for (List<Line> parcel = parcels.next(); !parcel.isEmpty(); parcel = parcels.next()) {
            Optional<Ending> ending = deliver(parcel, sink, parcels);
            if (ending.isPresent()) {
                return ending.get();
            }
        }
        return parcels.ending();
    }

    /** Sends until each line of the parcel has its answer; an ending where it cannot. */
    private Optional<Ending> deliver(List<Line> parcel, LineSink sink, Parcels parcels)
            throws IOException, InterruptedException {
        int done = 0;
        int tries = 0;
        while (done < parcel.size()) {
            Line first = parcel.get(done);
            if (first.refused().isPresent()) {
                sink.answer(new LineAnswer(
                        first.number(), new Refused(first.refused().get())));
                done++;
                continue;
            }
            Attempt attempt = attempt(Parcels.cut(parcel, done, parcels.most()), sink);
            done += attempt.answered();
            tries = attempt.answered() > 0 ? 0 : tries + 1;
            if (attempt.trouble().isPresent()) {
                if (tries >= TRIES) {
                    return Optional.of(new Ending(parcel.get(done).number(), attempt.trouble()));
                }
                // One that is only busy takes as much as before, when it takes any.
                if (attempt.told().isEmpty()) {
                    parcels.smaller();
                }
                pause.of(attempt.told().orElse(usualPause(tries)));
            }
        }
        return Optional.empty();
    }

    private static Duration usualPause(int tries) {
        return Duration.ofMillis(Math.min(LONGEST_PAUSE_MILLIS, 250L << Math.min(tries, 6)));
    }

    /**
     * How many lines were answered, and what was in the way of the others.
     *
     * @param told how long the service asks to be left alone
     */
    private record Attempt(int answered, Optional<Problem> trouble, Optional<Duration> told) {

        Attempt(int answered, Optional<Problem> trouble) {
            this(answered, trouble, Optional.empty());
        }
    }

    private Attempt attempt(List<Line> lines, LineSink sink) throws IOException, InterruptedException {
        HttpResponse<InputStream> response;
        try {
            response = client.send(request(lines), BodyHandlers.ofInputStream());
        } catch (IOException unreachable) {
            return new Attempt(0, trouble("the service at " + name() + " cannot be reached"));
        }
        try (InputStream body = response.body()) {
            if (response.statusCode() != OK) {
                return refused(response);
            }
            return answers(lines, body, sink);
        }
    }

    private HttpRequest request(List<Line> lines) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Line line : lines) {
            body.writeBytes(line.body());
            body.write('\n');
        }
        return HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    private Attempt refused(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status == TOO_MANY || status >= FIRST_OF_SERVER) {
            return new Attempt(
                    0, trouble("the service at " + name() + " takes nothing now (" + status + ")"), asked(response));
        } else if (status == UNAUTHORIZED) {
            throw new UsersFault("the service at " + name()
                    + " does not know this user or password: name the user with --user, and put the password into"
                    + " WAYMARK_LOAD_PASSWORD");
        } else if (status == FORBIDDEN) {
            throw new UsersFault("this user may not submit assessments at " + name()
                    + ": load as one who may, a screener or a manager");
        }
        throw new UsersFault("what answers at " + name() + " is no Waymark that takes batches: it answered " + status);
    }

    /** What it asks for in whole seconds, up to some minutes; a date is not given by Waymark, and not read. */
    private static Optional<Duration> asked(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(Long::parseLong)
                .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_ASKED.toSeconds())));
    }

    private static Optional<Problem> trouble(String detail) {
        return Optional.of(Problem.of(ProblemKind.UNAVAILABLE, detail));
    }

    /** What the sink throws is its own trouble, what the connection throws ends the attempt. */
    private Attempt answers(List<Line> lines, InputStream body, LineSink sink) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        int answered = 0;
        while (answered < lines.size()) {
            Optional<BatchAnswer> answer;
            try {
                answer = Optional.ofNullable(reader.readLine()).map(BatchAnswer::read);
            } catch (IOException | JacksonException brokenOff) {
                return new Attempt(answered, trouble("the answers of " + name() + " broke off"));
            }
            if (answer.isEmpty() || answer.get().notNow()) {
                return new Attempt(
                        answered,
                        answer.flatMap(BatchAnswer::problem)
                                .or(() -> trouble("the answers of " + name() + " broke off")));
            }
            sink.answer(answer.get().to(lines.get(answered)));
            answered++;
        }
        return new Attempt(answered, Optional.empty());
    }

    @Override
    public void close() {
        // Its connections end with the program.
    }
}
