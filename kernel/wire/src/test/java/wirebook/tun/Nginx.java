package wirebook.tun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real web server over the files of a folder, on port 80 of some addresses. */
final class Nginx {
    private static final String CONFIGURATION = """
            daemon off;
            master_process off;
            pid nginx.pid;
            events {}
            http {
                access_log off;
                default_type application/octet-stream;
                client_body_temp_path client;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                server {
                    listen %s:80;
                    listen [%s]:80;
                    root pages;
                }
            }
            """;

    private Nginx() {}

    /** Starts it in a namespace and waits until it listens. */
    static void start(Namespace namespace, Path folder, String address, String address6)
            throws IOException, InterruptedException {
        Path configuration =
                Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(address, address6));
        Process nginx =
                namespace.start("nginx", "-p", folder.toString(), "-c", configuration.toString(), "-e", "stderr");
        while (!Files.exists(folder.resolve("nginx.pid"))) {
            if (!nginx.isAlive()) {
                throw new IOException("nginx ended with " + nginx.exitValue() + ": see what it said above");
            }
            Thread.sleep(10);
        }
    }
}
