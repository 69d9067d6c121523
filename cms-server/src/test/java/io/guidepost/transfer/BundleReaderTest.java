package io.guidepost.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BundleReaderTest {

    private static final String FAQ = "type: Faq\nid: faq-one\ncontent: {slug: one-two}\n";

    private final BundleReader reader = new BundleReader(new TransferProperties(3, DataSize.ofKilobytes(10), DataSize
            .ofKilobytes(25)));

    private ContentBundle archive(String... namesAndTexts) throws IOException {
        return reader.archive(new ByteArrayInputStream(zip(namesAndTexts)));
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int index = 0; index < namesAndTexts.length; index += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[index]));
                zip.write(namesAndTexts[index + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void documents_are_read_and_other_files_named() throws IOException {
        ContentBundle bundle = archive("documents/faqs/one.yaml", FAQ, "README.md", "# Hello", "documents/a.txt", "a");

        assertThat(bundle.documents()).extracting(ContentFile::id).containsExactly("faq-one");
        assertThat(bundle.ignored()).containsExactly("README.md", "documents/a.txt");
    }

    @Test
    void what_is_no_archive_or_a_broken_one_is_refused() throws IOException {
        byte[] whole = zip("documents/one.yaml", FAQ);

        for (byte[] body : new byte[][]{{}, "nonsense".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(whole,
                whole.length - 30),
            Arrays.copyOf(whole, 40)}) {
            assertThatThrownBy(() -> reader.archive(new ByteArrayInputStream(body))).isInstanceOf(
                    MalformedArchiveException.class);
        }
        assertThatThrownBy(() -> archive("faqs/one.yaml", FAQ)).isInstanceOf(MalformedArchiveException.class)
                .hasMessageContaining("no content");
    }

    @Test
    void a_bomb_is_refused_before_it_is_unpacked() {
        String long_ = "x".repeat(5_000_000);
        String fits = "#" + "x".repeat(10_000) + "\n" + FAQ;

        assertThatThrownBy(() -> archive("documents/a.yaml", long_)).isInstanceOf(MalformedArchiveException.class)
                .hasMessageContaining("documents/a.yaml");
        assertThatThrownBy(() -> archive("documents/a.yaml", fits, "documents/b.yaml", fits, "documents/c.yaml", fits))
                .isInstanceOf(MalformedArchiveException.class).hasMessageContaining("in parts");
        assertThatThrownBy(() -> archive("a", "", "b", "", "c", "", "d", "")).isInstanceOf(
                MalformedArchiveException.class).hasMessageContaining("3 files");
    }

    @Test
    void names_that_lead_out_of_the_archive_are_refused() {
        for (String name : new String[]{"../documents/a.yaml", "/documents/a.yaml", "documents/../../a.yaml",
            "documents\\a.yaml", "C:/a.yaml"}) {
            assertThatThrownBy(() -> archive(name, FAQ)).as(name).isInstanceOf(MalformedArchiveException.class)
                    .hasMessageContaining("leads out");
        }
    }

    @Test
    void an_id_that_is_there_twice_is_refused_with_both_places() {
        assertThatThrownBy(() -> archive("documents/a.yaml", FAQ, "documents/b.yaml", FAQ)).isInstanceOf(
                MalformedContentException.class).hasMessageContaining("documents/a.yaml").hasMessageContaining(
                        "documents/b.yaml");
    }

    @Test
    void lines_are_read_and_every_malformed_one_is_named() throws IOException {
        String good = "{\"type\": \"Faq\", \"id\": \"faq-one\", \"content\": {}}\n";
        assertThat(reader.lines(stream(good + "\r\n\n")).documents()).hasSize(1);

        assertThatThrownBy(() -> reader.lines(stream(good + "\n{\"type\": 5}\nnonsense\n"))).isInstanceOfSatisfying(
                MalformedContentException.class, malformed -> assertThat(malformed.problems()).extracting(
                        FileProblem::line).containsExactly(3, 4));
        assertThatThrownBy(() -> reader.lines(stream("x".repeat(30_000)))).isInstanceOf(
                MalformedArchiveException.class);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
