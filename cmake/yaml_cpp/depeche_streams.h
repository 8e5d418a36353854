// The streams that yaml-cpp reads from and makes its messages with. Those of the standard library would bring
// all of its locales into the program (docs/decisions/0014-size.md).
//
// yaml-cpp is compiled with this file ahead of everything else, and says `std::istream`, `std::streambuf` and
// `std::stringstream`; who hands it a stream includes this file before yaml-cpp's headers. Here is what it
// does with them and nothing more: bytes in, a number after `%YAML`, words and whole numbers out.
#pragma once

#include <algorithm>
#include <concepts>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

namespace depeche::yaml {

class Buffer {
 public:
  explicit Buffer(std::string text) : text_(std::move(text)) {}

  int next() const { return at_ < text_.size() ? static_cast<unsigned char>(text_[at_]) : -1; }
  void advance() { ++at_; }
  void back() { --at_; }
  std::streamsize sgetn(char* to, std::streamsize most) {
    const std::size_t size = std::min(text_.size() - at_, static_cast<std::size_t>(most));
    text_.copy(to, size, at_);
    at_ += size;
    return static_cast<std::streamsize>(size);
  }

  std::string text_;

 private:
  std::size_t at_ = 0;
};

class Input {
 public:
  using traits_type = std::char_traits<char>;
  using int_type = traits_type::int_type;

  explicit Input(std::string text = {}) : buffer_(std::move(text)) {}

  Buffer* rdbuf() { return &buffer_; }
  bool good() const { return state_ == std::ios_base::goodbit; }
  bool operator!() const { return (state_ & std::ios_base::failbit) != 0; }
  void clear() { state_ = std::ios_base::goodbit; }
  void setstate(std::ios_base::iostate state) { state_ |= state; }

  int_type peek() {
    const int_type next = good() ? buffer_.next() : traits_type::eof();
    if (next == traits_type::eof()) setstate(std::ios_base::eofbit);
    return next;
  }
  int_type get() {
    const int_type next = peek();
    if (next == traits_type::eof()) {
      setstate(std::ios_base::failbit);
    } else {
      buffer_.advance();
    }
    return next;
  }
  // Always the character that was got last.
  void putback(char) { buffer_.back(); }

  Input& operator>>(int& number) {
    constexpr int kMost = 100'000'000;
    bool is_number = false;
    for (number = 0; peek() >= '0' && peek() <= '9'; is_number = true)
      number = std::min(number * 10 + (get() - '0'), kMost);
    if (!is_number) setstate(std::ios_base::failbit);
    return *this;
  }

 protected:
  Buffer buffer_;

 private:
  std::ios_base::iostate state_ = std::ios_base::goodbit;
};

class Words : public Input {
 public:
  using Input::Input;

  std::string str() const { return buffer_.text_; }
  Words& operator<<(std::string_view words) {
    buffer_.text_ += words;
    return *this;
  }
  Words& operator<<(std::integral auto number) requires(!std::same_as<decltype(number), char>) {
    return *this << std::string_view(std::to_string(number));
  }
};

}  // namespace depeche::yaml

namespace std {
using depeche_yaml_buffer = depeche::yaml::Buffer;
using depeche_yaml_input = depeche::yaml::Input;
using depeche_yaml_words = depeche::yaml::Words;
}  // namespace std

#define streambuf depeche_yaml_buffer
#define istream depeche_yaml_input
#define stringstream depeche_yaml_words
