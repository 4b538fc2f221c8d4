#include "text/text_decoder.hpp"

#include "oracles/memory_source.hpp"
#include "oracles/python_bytes.hpp"
#include "oracles/python_test.hpp"
#include "reading/line_reader.hpp"
#include "text/counter.hpp"
#include "text/text_counter.hpp"
#include "text/utf8_check.hpp"

namespace weft::text {
namespace {

using test::bytes_of;
using test::python_bytes;

struct Decoded {
  std::string text;
  FileCounts counts;
  TextTrouble trouble = TextTrouble::none;

  bool operator==(const Decoded&) const = default;
};

void PrintTo(const Decoded& decoded, std::ostream* out) {
  *out << testing::PrintToString(decoded.text.substr(0, 100)) << " of " << decoded.text.size() << " bytes, "
       << decoded.counts.bytes << " encoded bytes, " << name_of(decoded.counts.form.encoding) << ", trouble "
       << static_cast<int>(decoded.trouble);
}

Decoded decode(std::string_view file, std::size_t chunk_bytes, DecodeOptions options = {}) {
  TextCounter counter(options);
  Decoded decoded;
  const auto take = [&] {
    for (auto piece = counter.next(); !piece.empty(); piece = counter.next())
      decoded.text.append(reinterpret_cast<const char*>(piece.data()), piece.size());
  };
  for (std::size_t at = 0; at < file.size() && counter.trouble() == TextTrouble::none; at += chunk_bytes) {
    // A chunk of its own, so that whoever reads behind it is found.
    const std::string chunk(file.substr(at, chunk_bytes));
    counter.feed(bytes_of(chunk));
    take();
  }
  if (counter.trouble() == TextTrouble::none) counter.finish();
  take();
  decoded.counts = counter.counts();
  decoded.trouble = counter.trouble();
  return decoded;
}

class TextDecoderTest : public test::PythonTest {
 protected:
  // Decodes the file in chunks of every size, which must come to the same.
  static Decoded decode_each_way(std::string_view file, DecodeOptions options = {}) {
    const Decoded whole = decode(file, file.size() + 1, options);
    for (std::size_t chunk_bytes = 1; chunk_bytes <= file.size(); chunk_bytes += 1 + chunk_bytes / 16) {
      Decoded cut = decode(file, chunk_bytes, options);
      // How much of a file is looked at before trouble is found depends on the chunks.
      if (whole.trouble != TextTrouble::none) cut.counts.form.packed_bytes = whole.counts.form.packed_bytes;
      EXPECT_EQ(cut, whole) << "in chunks of " << chunk_bytes;
    }
    return whole;
  }

  static void expect_text(const Decoded& decoded, const std::string& utf8, Encoding encoding,
                          bool is_gzip = false) {
    expect_text(decoded, utf8, test::ask_python(utf8).counts, encoding, is_gzip);
  }

  static void expect_text(const Decoded& decoded, const std::string& utf8, Counts as_utf8, Encoding encoding,
                          bool is_gzip = false) {
    EXPECT_EQ(decoded.trouble, TextTrouble::none);
    EXPECT_EQ(decoded.counts.form.encoding, encoding);
    EXPECT_EQ(decoded.counts.form.is_gzip, is_gzip);
    EXPECT_TRUE(decoded.text == utf8) << testing::PrintToString(decoded.text.substr(0, 200));
    as_utf8.bytes = decoded.counts.bytes;
    EXPECT_EQ(decoded.counts, as_utf8);
  }
};

const std::string words =
    "id\tname\n1\t\u00C5sa \u20AC\r\n2\t\U0001F9F5 thread \U00010000\uFEFF\uFFFD\n\nlast";

TEST_F(TextDecoderTest, decodes_utf16_by_its_mark) {
  for (const auto& [codec, mark, encoding] : {std::tuple("'utf-16-le'", "b'\\xff\\xfe'", Encoding::utf16_le),
                                              {"'utf-16-be'", "b'\\xfe\\xff'", Encoding::utf16_be}}) {
    for (const std::string& text :
         {std::string(), std::string("a"), words, words + std::string(9000, 'x') + words}) {
      const std::string file = python_bytes(std::string(mark) + "+b.decode().encode(" + codec + ")", text);
      const Decoded decoded = decode_each_way(file);
      expect_text(decoded, text, encoding);
      EXPECT_EQ(decoded.counts.bytes, file.size());
    }
  }
}

TEST_F(TextDecoderTest, decodes_utf16_without_a_mark_by_its_zeros) {
  const std::string russian =
      "\u043F\u0440\u0438\u0432\u0435\u0442 \u043C\u0438\u0440\n\u0433\u043E\u0434 1999\n";
  const std::string chinese =
      "\u4E00\u4E2A\u6587\u4EF6\uFF0C\u4E00\u4E9B\u5B57\u3002\n\u7B2C\u4E8C\u884C 12\n";
  for (const std::string& text : {std::string("hello\n"), words, russian, chinese}) {
    expect_text(decode_each_way(python_bytes("b.decode().encode('utf-16-le')", text)), text,
                Encoding::utf16_le);
    expect_text(decode_each_way(python_bytes("b.decode().encode('utf-16-be')", text)), text,
                Encoding::utf16_be);
  }
}

TEST_F(TextDecoderTest, leaves_other_texts_as_they_are) {
  std::vector<std::string> texts = test::hostile_texts();
  texts.push_back(python_bytes("random.Random(1).randbytes(5000)"));
  texts.push_back(python_bytes("b'a.txt\\0bc.txt\\0def.txt\\0' * 100"));
  texts.push_back(python_bytes(
      "'\u043F\u0440\u0438\u0432\u0435\u0442 \u043C\u0438\u0440\\n'.encode() * 9 + b'\\0' + b'x' * 99"));
  texts.push_back(python_bytes(
      "'\u043F\u0440\u0438\u0432\u0435\u0442 \u043C\u0438\u0440\\n'.encode('cp1251') * 9 + b'\\0'"));
  texts.push_back(python_bytes("'caf\u00E9 au lait\\n'.encode('latin-1') * 9 + b'\\0' + b'x' * 99"));
  texts.push_back(python_bytes("'\\ufeffutf-32'.encode('utf-32-le')"));
  texts.push_back(python_bytes("'utf-32'.encode('utf-32-be')"));
  texts.push_back(python_bytes("b''.join(i.to_bytes(2, 'little') for i in range(2000))"));
  texts.push_back("\x1F\x8B");
  texts.push_back("\x1F\x8B\x07 something");
  const std::vector<test::Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool is_utf8 = answers[i].decoded == texts[i];
    expect_text(decode_each_way(texts[i]), texts[i], answers[i].counts,
                is_utf8 ? Encoding::utf8 : Encoding::other);
  }
}

TEST_F(TextDecoderTest, replaces_what_is_not_utf16_as_python_does) {
  test::RandomTexts random;
  SCOPED_TRACE(random.reproduction());
  std::vector<std::string> files = {
      "\xFF\xFE"
      "a"};
  for (int i = 0; i < 8; ++i) {
    const std::string seed = std::to_string(random.number(100'000));
    files.push_back(
        python_bytes("(lambda r: b'\\xff\\xfe' + b''.join(r.choices([b'a\\0', b'\\n\\0', b'\\0\\xd8', "
                     "b'\\xff\\xdb', b'\\0\\xdc', "
                     "b'\\xff\\xdf', b'\\xac\\x20'], k=30))[:r.randrange(60)])(random.Random(" +
                     seed + "))"));
  }
  for (const std::string& file : files)
    expect_text(decode_each_way(file), python_bytes("b[2:].decode('utf-16-le', 'replace').encode()", file),
                Encoding::utf16_le);
}

TEST_F(TextDecoderTest, decodes_every_character_there_is) {
  const std::string text =
      python_bytes("''.join(chr(c) for c in range(0x110000) if not 0xd800 <= c < 0xe000).encode()");
  const Decoded decoded =
      decode(python_bytes("b'\\xff\\xfe' + b.decode().encode('utf-16-le')", text), 99'991);
  EXPECT_TRUE(decoded.text == text);
  EXPECT_EQ(decoded.counts.chars, 1'112'064U);
  EXPECT_EQ(decode(text, 99'991).counts.form.encoding, Encoding::utf8);
}

TEST_F(TextDecoderTest, tells_where_lines_begin_in_a_file_in_utf16) {
  const std::string text = "one\r\n\u20AC\U0001F600 two\n\nlast";
  const std::string file = python_bytes("b'\\xff\\xfe' + b.decode().encode('utf-16-le')", text);
  // The offsets, as characters.
  const std::string offsets = python_bytes(
      "''.join(chr(2 + len(''.join(b.decode().splitlines(True)[:i]).encode('utf-16-le'))) for i in "
      "range(4)).encode()",
      text);
  for (std::size_t chunk_bytes = 1; chunk_bytes <= file.size(); ++chunk_bytes) {
    test::MemorySource source(file, chunk_bytes);
    reading::LineReader reader(source);
    std::string found;
    for (const std::string_view expected : {"one", "\u20AC\U0001F600 two", "", "last"}) {
      const Line line = reader.next().value().value();
      EXPECT_EQ(line.text, expected);
      EXPECT_EQ(line.length, expected.size());
      found += static_cast<char>(line.offset);
    }
    EXPECT_EQ(found, offsets);
  }
}

TEST_F(TextDecoderTest, unpacks_gzip) {
  const std::string repeated = python_bytes("b * 20", words);
  const std::string noise = python_bytes("random.Random(2).randbytes(70000)");
  const std::string much =
      python_bytes("b''.join(b'%d words in line %d\\n' % (i * i, i) for i in range(90000))");
  for (const std::string& text : {std::string(), std::string("a\n"), repeated, noise, much}) {
    const bool is_utf8 = &text != &noise && text != noise;
    for (const std::string level : {"0", "1", "6", "9"}) {
      const std::string file = python_bytes("gzip.compress(b, " + level + ")", text);
      const Decoded decoded = text.size() < 10'000 ? decode_each_way(file) : decode(file, 4099);
      expect_text(decoded, text, is_utf8 ? Encoding::utf8 : Encoding::other, true);
      EXPECT_EQ(decoded.counts.bytes, text.size());
      EXPECT_EQ(decoded.counts.form.packed_bytes, file.size());
    }
  }
}

TEST_F(TextDecoderTest, unpacks_all_members_and_every_kind_of_head) {
  const std::string members = python_bytes("gzip.compress(b) + gzip.compress(b'') + gzip.compress(b)", words);
  expect_text(decode_each_way(members), words + words, Encoding::utf8, true);
  expect_text(decode_each_way(members + std::string(600, '\0')), words + words, Encoding::utf8, true);
  const std::string head =
      python_bytes("b'\\x1f\\x8b\\x08\\x1e' + bytes(6) + b'\\x03\\0abc' + b'name\\0' + b'comment\\0'", {});
  const std::string checksum = python_bytes("(zlib.crc32(b) & 0xFFFF).to_bytes(2, 'little')", head);
  const std::string rest = python_bytes("gzip.compress(b)[10:]", words);
  expect_text(decode_each_way(head + checksum + rest), words, Encoding::utf8, true);
  EXPECT_EQ(decode_each_way(head + "no" + rest).trouble, TextTrouble::damaged);
}

TEST_F(TextDecoderTest, unpacks_utf16) {
  const std::string file = python_bytes("gzip.compress(b.decode().encode('utf-16'))", words);
  const Decoded decoded = decode_each_way(file);
  expect_text(decoded, words, Encoding::utf16_le, true);
  EXPECT_EQ(decoded.counts.bytes, python_bytes("b.decode().encode('utf-16')", words).size());
}

TEST_F(TextDecoderTest, tells_what_is_wrong_with_a_compressed_file) {
  const std::string file = python_bytes("gzip.compress(b * 3)", words);
  for (std::size_t size = 3; size < file.size(); ++size)
    EXPECT_EQ(decode(file.substr(0, size), 7).trouble, TextTrouble::ends_early) << size << " bytes of it";
  EXPECT_EQ(decode_each_way(file + "garbage").trouble, TextTrouble::has_trailing_bytes);
  EXPECT_EQ(decode_each_way(file + "\x1F\x8B").trouble, TextTrouble::has_trailing_bytes);
  EXPECT_EQ(decode_each_way(file + file.substr(0, 20)).trouble, TextTrouble::ends_early);
  const Decoded trailing = decode_each_way(file + "garbage");
  EXPECT_EQ(trailing.text, words + words + words) << "what is good is there";
}

TEST_F(TextDecoderTest, never_takes_a_damaged_file_for_a_good_one) {
  const std::string text = python_bytes("b * 9", words);
  for (const std::string level : {"0", "1", "9"}) {
    const std::string file = python_bytes("gzip.compress(b, " + level + ", mtime=0)", text);
    for (std::size_t at = 0; at < file.size(); ++at) {
      for (const int flipped : {0x01, 0x10, 0x80}) {
        std::string damaged = file;
        damaged[at] = static_cast<char>(damaged[at] ^ flipped);
        const Decoded decoded = decode(damaged, 1 + at % 50);
        // Some bits mean nothing, and hurt nobody.
        if (decoded.counts.form.is_gzip && decoded.trouble == TextTrouble::none) {
          EXPECT_TRUE(decoded.text == text) << "byte " << at;
        }
      }
    }
  }
}

TEST_F(TextDecoderTest, cuts_a_bomb_off) {
  const std::string bomb = python_bytes("gzip.compress(bytes(50_000_000), 9)");
  for (const std::size_t chunk_bytes : {std::size_t{1000}, bomb.size()}) {
    const Decoded decoded = decode(bomb, chunk_bytes, {.most_unpacked_bytes = 1'000'000});
    EXPECT_EQ(decoded.trouble, TextTrouble::too_large);
    EXPECT_EQ(decoded.counts.bytes, 1'000'000U);
  }
  const std::string good = python_bytes("gzip.compress(b)", words);
  EXPECT_EQ(decode_each_way(good, {.most_unpacked_bytes = words.size()}).trouble, TextTrouble::none);
  const Decoded cut = decode_each_way(good, {.most_unpacked_bytes = words.size() - 1});
  EXPECT_EQ(cut.trouble, TextTrouble::too_large);
  EXPECT_EQ(cut.text, words.substr(0, words.size() - 1));
}

class Utf8CheckTest : public test::PythonTest {};

TEST_F(Utf8CheckTest, knows_utf8_as_python_does_wherever_a_text_is_cut) {
  test::RandomTexts random;
  SCOPED_TRACE(random.reproduction());
  std::vector<std::string> texts = random.texts(400, 90);
  for (const std::string& text : test::hostile_texts()) texts.push_back(text);
  const std::vector<test::Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t split = 0; split <= texts[i].size(); ++split) {
      Utf8Check check;
      check.add(bytes_of(std::string_view(texts[i]).substr(0, split)));
      check.add(bytes_of(std::string_view(texts[i]).substr(split)));
      ASSERT_EQ(check.is_valid(), answers[i].decoded == texts[i])
          << testing::PrintToString(texts[i]) << " cut at " << split;
    }
  }
}

TEST_F(Utf8CheckTest, knows_every_sequence_of_two_bytes_and_the_ends_of_longer_ones) {
  std::vector<std::string> texts;
  for (int first = 0x7E; first < 256; ++first)
    for (int second = 0x70; second < 256; ++second)
      for (const std::string rest : {"", "\x80", "\xBF\x80", "\x80x"}) {
        texts.push_back(std::string(13, 'x') + static_cast<char>(first) + static_cast<char>(second) + rest);
      }
  const std::vector<test::Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Utf8Check check;
    check.add(bytes_of(texts[i]));
    ASSERT_EQ(check.is_valid(), answers[i].decoded == texts[i]) << testing::PrintToString(texts[i]);
  }
}

TEST_F(Utf8CheckTest, knows_utf8_in_a_long_text_wherever_it_is_not_ascii) {
  std::vector<std::string> texts;
  for (const std::string piece : {"é", "€", "😀", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\x80", "\xED\xA0\x80"})
    for (const std::string next : {"", "é", "\x80"})
      // About where the counter's first blocks begin, and where it adds its figures up.
      for (const std::size_t near : {16, 80, 144, 16 + 63 * 64, 16 + 64 * 64, 16 + 126 * 64})
        for (std::size_t at = near - 4; at <= near + 1; ++at) {
          texts.push_back(std::string(at, 'x') + piece + next + std::string(9000, 'y'));
        }
  const std::vector<test::Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Counter counter;
    counter.add(bytes_of(texts[i]));
    ASSERT_EQ(counter.is_utf8(), answers[i].decoded == texts[i])
        << texts[i].find('y') << " bytes, then ASCII";
    ASSERT_EQ(counter.finish(), answers[i].counts) << texts[i].find('y') << " bytes, then ASCII";
  }
}

}  // namespace
}  // namespace weft::text
