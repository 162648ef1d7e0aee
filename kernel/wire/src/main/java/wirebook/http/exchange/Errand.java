package wirebook.http.exchange;

import wirebook.http.HttpRequest;

/**
 * A request on its way to an answer.
 *
 * @param retries how often it has been sent again
 */
record Errand(HttpRequest request, int retries) {
    Errand again() {
        return new Errand(request, retries + 1);
    }
}
