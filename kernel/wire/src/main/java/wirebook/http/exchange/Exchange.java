package wirebook.http.exchange;

import java.time.Duration;
import java.util.Optional;
import wirebook.http.HttpRequest;
import wirebook.http.HttpResponse;

/**
 * A request and what became of it.
 *
 * @param request as it was sent
 * @param response the final response, if it came
 * @param connection the connection that carried it last
 * @param attempts how often it was sent, from 1
 * @param sent when it was sent last
 * @param first when the first octet of its response came; {@code done} where none did
 * @param done when the response was complete, or the client gave up
 * @param outcome what became of it, in words
 */
public record Exchange(
        HttpRequest request,
        Optional<HttpResponse> response,
        Connection connection,
        int attempts,
        Duration sent,
        Duration first,
        Duration done,
        String outcome) {}
