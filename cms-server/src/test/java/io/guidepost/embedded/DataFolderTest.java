package io.guidepost.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void a_folder_is_made_and_held_until_it_is_let_go() throws Exception {
        Path path = folder.resolve("new/data");
        DataFolder first = DataFolder.take(path);

        assertThatThrownBy(() -> DataFolder.take(path)).isInstanceOf(DataFolderInUseException.class)
                .hasMessageContaining(path
                        .toString());

        first.close();
        DataFolder.take(path).close();
    }

    @Test
    void a_folder_held_by_another_process_is_refused_naming_the_process() throws Exception {
        try (JavaProcess other = JavaProcess.run(FolderHolder.class, folder)) {
            String pid = other.awaitLine("holding ");

            assertThatThrownBy(() -> DataFolder.take(folder)).isInstanceOf(DataFolderInUseException.class)
                    .hasMessageContaining(
                            "(process " + pid + ")");

            other.kill();
            DataFolder.take(folder).close();
        }
    }

    /** Holds a folder until it is killed. */
    static final class FolderHolder {

        private FolderHolder() {}

        public static void main(String[] arguments) throws Exception {
            try (DataFolder held = DataFolder.take(Path.of(arguments[0]))) {
                System.out.println("holding " + ProcessHandle.current().pid());
                System.in.read();
                assertThat(held).isNotNull();
            }
        }
    }
}
