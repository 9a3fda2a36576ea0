package org.waymark.intake.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Areas;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.assessment.Json;

/** Tells somebody who they are here. */
@RestController
class SessionController {

    @GetMapping(path = "/api/session", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getSession",
            summary = "Who you are here: the name that the trail has, your roles, your areas",
            description =
                    "In a session that a browser signed in, also the token that every call of it needs that changes"
                            + " something, and the header to send it in.")
    @ApiResponse(responseCode = "200", description = "You.", content = @Content(schema = @Schema(ref = "Session")))
    ResponseEntity<byte[]> session(HttpServletRequest request, Principal user) {
        Caller caller = Caller.of(user);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("actor", caller.actor());
        shown.put("roles", new TreeSet<>(caller.roles().stream().map(Role::user).toList()));
        TreeSet<String> areas = new TreeSet<>(caller.areas().named());
        if (caller.areas().all()) {
            areas.add(Areas.EVERY);
        }
        shown.put("areas", areas);
        shown.put("csrf", csrf(request));
        return Answer.ok(Json.write(shown));
    }

    /** Only a session has one: whoever sends what shows who they are with each call needs none. */
    private static @Nullable Map<String, Object> csrf(HttpServletRequest request) {
        if (request.getSession(false) == null
                || !(request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token)) {
            return null;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("header", token.getHeaderName());
        shown.put("token", token.getToken());
        return shown;
    }
}
