package io.guidepost.elasticsearch.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Starts one Elasticsearch node and obeys the process that started it.
 *
 * <p>
 * Arguments: the home (which holds {@code config}, {@code lib} and {@code modules}), the folder for data, the folder
 * for logs, the HTTP port. Once the node answers on that port it prints the line {@value #READY} on standard output.
 *
 * <p>
 * It lives no longer than its parent: the line {@value #STOP} on standard input ends it in an orderly way, the end of
 * standard input, which comes of itself when the parent is killed, ends it at once. An index survives that, since every
 * answered write is in its transaction log.
 */
public final class ElasticsearchLauncher {

    static final String READY = "ready";
    static final String STOP = "stop";

    private ElasticsearchLauncher() {}

    /**
     * Runs the node until standard input ends.
     *
     * @throws Exception if the node cannot start; the process then ends with a stack trace on standard error
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream parent = System.out;
        var parentWatch = new ParentWatch(System.in);
        parentWatch.start();
        LogConfigurator.configureESLogging();
        Node node = new Node(environment(arguments), PluginsLoader.createPluginsLoader(PluginsLoader
                .loadModulesBundles(Path.of(arguments[0], "modules"), false), Set.of(), Map.of(), false));
        parentWatch.onStop(node);
        node.start();
        parent.println(READY);
        // Every thread of a node is a daemon: this one keeps the process alive.
        parentWatch.join();
    }

    private static Environment environment(String[] arguments) {
        Path home = Path.of(arguments[0]);
        Settings settings = Settings.builder().put("path.home", home).put("path.data", arguments[1]).put("path.logs",
                arguments[2]).put("http.port", arguments[3]).build();
        return InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home.resolve("config"),
                () -> "embedded");
    }
}
