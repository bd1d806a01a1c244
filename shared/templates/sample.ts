import { emptyInterview } from '../interview/build';
import { makeRun, toText, joinRuns } from '../interview/text';
import type { Block, Interview, Photo, Run, Text } from '../interview/types';

/**
 * The interview that the program opens with: every kind of block and mark in a piece of ordinary length.
 * People, places, figures and documents in it are invented. `photo` is the picture that comes with the program.
 */
export function sampleInterview(photo: Photo): Interview {
  return {
    ...emptyInterview('vi'),
    kicker: toText('Chuyện làng cà phê'),
    headline: toText('Giữ giọt nước cho mùa cà phê sau'),
    standfirst: toText(
      'Ba mùa khô liền, Hợp tác xã Nông nghiệp Ea Sương tưới ít hơn một nửa mà vườn cà phê vẫn trĩu quả. Bí quyết không nằm ở chiếc máy bơm đắt tiền nào, mà ở thói quen ghi chép từng khối nước và những buổi tối ngồi lại với nhau bên bếp lửa.',
    ),
    slug: 'giu-giot-nuoc-cho-mua-ca-phe-sau',
    published: '2026-11-20T07:30+07:00',
    paper: 'Báo Cao Nguyên',
    section: 'Nông nghiệp - Nông thôn',
    issue: '3184',
    labels: 'plain',
    people: [
      {
        id: 'nhung',
        name: 'H’Nhung Êban',
        shortName: 'H’Nhung',
        honorific: 'bà',
        office: 'Giám đốc Hợp tác xã Nông nghiệp Ea Sương',
        part: 'interviewee',
      },
      { id: 'mien', name: 'Trần Hạ Miên', part: 'interviewer' },
      { id: 'vu', name: 'Lê Đức Vũ', part: 'photographer' },
    ],
    byline: [{ name: 'Trần Hạ Miên', person: 'mien', role: 'thực hiện' }],
    body: body(photo.id),
    photos: [photo],
    teasers: [
      {
        label: 'E-magazine',
        heading: 'Một ngày theo con nước Ea Sương',
        text: 'Từ khe đá đầu nguồn đến gốc cà phê cuối rẫy, dòng suối đi qua bảy cái đập nhỏ, ba buôn làng và câu chuyện của những người canh nước.',
        link: 'https://example.vn/e-magazine/con-nuoc-ea-suong',
      },
    ],
    comments: true,
  };
}

function words(...parts: readonly (string | Run)[]): Text {
  return joinRuns(parts.flatMap((part) => (typeof part === 'string' ? toText(part) : [part])));
}

const bold = (text: string) => makeRun(text, ['bold']);
const italic = (text: string) => makeRun(text, ['italic']);
const superscript = (text: string) => makeRun(text, ['superscript']);
const subscript = (text: string) => makeRun(text, ['subscript']);

function body(photoId: string): readonly Block[] {
  return [
    {
      kind: 'paragraph',
      id: 'occasion',
      text: toText(
        'Nhân kỷ niệm 10 năm ngày thành lập hợp tác xã (20-11-2016 - 20-11-2026), phóng viên Báo Cao Nguyên đã có cuộc trò chuyện với bà H’Nhung Êban, Giám đốc Hợp tác xã Nông nghiệp Ea Sương, về chuyện giữ nước, giữ đất và giữ người ở lại với cây cà phê.',
      ),
    },
    {
      kind: 'photo',
      id: 'picture',
      photoId,
      span: 3,
      caption: toText('Hồ chứa Ea Sương đầu mùa khô, nhìn từ rẫy cà phê của hợp tác xã.'),
      credit: toText('Hình: Lê Đức Vũ'),
      alt: 'Mặt hồ xanh nằm giữa những ngọn đồi phủ cà phê, xa xa là dãy núi và mặt trời buổi sớm.',
    },
    {
      kind: 'question',
      id: 'q1',
      text: toText('Thưa bà, mười năm trước, điều gì khiến 17 hộ dân Ea Sương quyết định góp vườn làm chung?'),
    },
    {
      kind: 'answer',
      id: 'a1-1',
      text: toText(
        'Nói thật là vì sợ. Mùa khô năm 2016, cả buôn có 43 cái giếng thì 31 cái trơ đáy. Đêm nào cũng nghe tiếng máy khoan, nhà này khoan sâu 80 mét thì nhà bên khoan 100 mét. Càng khoan, nước càng chạy đi đâu mất. Bố tôi bảo: “Con suối này nuôi ba đời rồi, đừng để đến đời con thì nó chết”.',
      ),
    },
    {
      kind: 'answer',
      id: 'a1-2',
      text: words(
        'Chúng tôi bắt đầu bằng một cuốn sổ. Mỗi nhà ghi xem một ngày bơm mấy giờ, tưới bao nhiêu gốc. Hết mùa cộng lại mới giật mình: một héc-ta ngốn gần 2.600 m',
        superscript('3'),
        ' nước, trong khi cây chỉ cần chừng một nửa. ',
        bold('Phần còn lại chúng tôi đổ đi mà không biết.'),
      ),
    },
    {
      kind: 'question',
      id: 'q2',
      text: toText('Biết là lãng phí, nhưng thay đổi thói quen tưới của cả buôn chắc không dễ?'),
    },
    {
      kind: 'answer',
      id: 'a2-1',
      text: toText(
        'Khó nhất không phải tiền mà là lòng tin. Người già nhìn cái vòi nhỏ giọt bé bằng đầu đũa rồi lắc đầu: “Uống thế thì cây khát chết”. Tôi không cãi. Tôi xin mỗi nhà đúng một hàng cây ở cuối rẫy để làm thử, hàng bên cạnh vẫn tưới tràn như cũ. Đến kỳ hái, hai hàng cân riêng.',
      ),
    },
    {
      kind: 'answer',
      id: 'a2-2',
      text: words(
        'Kết quả là hàng tưới nhỏ giọt được 104,17% so với hàng tưới tràn, mà nước chỉ bằng 48%. Con số đó tôi viết bằng phấn lên vách nhà cộng đồng, để nguyên ba tháng không xóa. Năm sau có thêm 29 hộ xin vào. Người ta tin cái cân, chứ không tin ',
        italic('cái loa'),
        '.',
      ),
    },
    {
      kind: 'answer',
      id: 'a2-3',
      text: toText(
        'Cũng có năm thất bại. Mùa khô 2019, chúng tôi ham rẻ mua phải loại ống mỏng, nắng hai tháng là nứt, nước phun như mưa giữa rẫy. Cả ban quản trị tự bỏ tiền túi ra đền cho bà con. Mất tiền, nhưng từ đó món gì mua về cũng được đem phơi nắng một tháng rồi mới dám dùng.',
      ),
    },
    { kind: 'subhead', id: 'subhead', text: toText('Nước là của chung, sổ cũng để ngỏ') },
    { kind: 'question', id: 'q3', text: toText('Hợp tác xã chia nước thế nào để không ai thấy mình bị thiệt?') },
    {
      kind: 'answer',
      id: 'a3-1',
      text: toText(
        'Cả hợp tác xã có 73.860 gốc cà phê, hộ nhiều hộ ít, đất cao đất thấp khác nhau. Sau nhiều đêm bàn, bà con chốt mấy điều rất gọn, ai cũng thuộc:',
      ),
    },
    {
      kind: 'list',
      id: 'rules',
      ordered: true,
      items: [
        toText('Nhà ở cuối nguồn được mở van trước.'),
        toText('Mỗi gốc một lần tưới không quá 220 lít, có đồng hồ đo ở đầu hàng.'),
        toText('Ai lỡ tưới quá phần mình thì kỳ sau lùi lại một ngày.'),
        toText('Sổ nước treo ở nhà cộng đồng, người ngoài cũng xem được.'),
      ],
    },
    {
      kind: 'answer',
      id: 'a3-2',
      text: words(
        'Xã thấy cách làm ấy hay nên đưa vào Quy ước số 07-QƯ/HTX và phổ biến cho các buôn khác. Ai muốn xem thì toàn văn đã có ',
        makeRun('trên trang của hợp tác xã', [], 'https://example.vn/ea-suong/quy-uoc'),
        '. Điều tôi mừng nhất là bốn năm nay không còn nhà nào khoan thêm giếng.',
      ),
    },
    {
      kind: 'pullQuote',
      id: 'pull',
      quote: toText('Người ta tin cái cân, chứ không tin cái loa.'),
      attribution: toText('Bà H’Nhung Êban'),
    },
    { kind: 'question', id: 'q4', text: toText('Ngoài chuyện tưới, bà con còn làm gì để đất giữ được nước lâu hơn?') },
    {
      kind: 'answer',
      id: 'a4-1',
      text: words(
        'Chúng tôi trồng lại cây che bóng. Trước kia ai cũng chặt sạch cho nắng vào, nay mỗi héc-ta có chừng 70 cây muồng, sầu riêng, bơ xen giữa. Lá rụng xuống thành lớp đệm, trưa nắng thọc tay vào vẫn thấy mát. Cán bộ kỹ thuật nói vườn như thế còn giữ được nhiều CO',
        subscript('2'),
        ' trong đất; tôi thì chỉ biết giun đã về, mà có giun là đất sống.',
      ),
    },
    {
      kind: 'answer',
      id: 'a4-2',
      text: words(
        'Dọc con suối, bảy cái đập nhỏ bằng đá và tre làm nước chảy chậm lại, ngấm xuống rồi mới đi. Lũ trẻ đặt cho mỗi đập một cái tên. Cuối mùa khô vừa rồi, mặt hồ vẫn còn 12.400 m',
        superscript('2'),
        ', rộng hơn năm đầu chúng tôi đo gần một phần ba.',
      ),
    },
    {
      kind: 'box',
      id: 'box',
      heading: toText('Ea Sương qua mười năm'),
      paragraphs: [
        words(bold('Thành viên: '), 'từ 17 hộ lên 146 hộ, trong đó 98 hộ là đồng bào Ê Đê và M’nông.'),
        words(
          bold('Nước tưới: '),
          'từ 2.600 m',
          superscript('3'),
          ' xuống còn 1.240 m',
          superscript('3'),
          ' cho mỗi héc-ta một mùa.',
        ),
        words(bold('Thu nhập: '), 'bình quân 118 triệu đồng mỗi hộ một năm, tăng 2,3 lần so với năm 2016.'),
      ],
    },
    {
      kind: 'question',
      id: 'q5',
      text: toText('Nhiều bạn trẻ ở cao nguyên rời rẫy xuống phố. Ở Ea Sương thì sao, thưa bà?'),
    },
    {
      kind: 'answer',
      id: 'a5-1',
      text: toText(
        'Cũng đi nhiều chứ, tôi không trách. Nhưng ba năm nay có 21 em trở về. Em thì lo phần mềm đọc đồng hồ nước, em mở xưởng rang, em dẫn khách đi thăm vườn rồi kể chuyện con suối. Chúng nó nói ở phố lương có thể cao hơn, nhưng không ở đâu sáng ra được nghe chim kêu trên chính cây mình trồng.',
      ),
    },
    {
      kind: 'answer',
      id: 'a5-2',
      text: toText(
        'Hợp tác xã dành hẳn một khoản, gọi là “quỹ hạt giống”, cho mỗi em vay 40 triệu đồng không lãi để thử một việc mới. Thử mà hỏng thì cả xã cùng ngồi lại xem hỏng ở đâu. Mười bốn em đã vay, hai em chưa thành công, và cả hai vẫn đang làm lại.',
      ),
    },
    {
      kind: 'answer',
      id: 'a5-3',
      text: toText(
        'Tôi hay nói với các em rằng cây cà phê phải ba năm mới cho quả bói, con người cũng vậy thôi. Mình đừng bắt chúng nó giỏi ngay từ mùa đầu. Giữ được nước mà không giữ được người thì rồi con suối cũng chẳng còn ai trông.',
      ),
    },
    { kind: 'question', id: 'q6', text: toText('Nếu chỉ được chọn một việc cho mười năm tới, bà sẽ chọn việc gì?') },
    {
      kind: 'answer',
      id: 'a6-1',
      text: toText(
        'Tôi sẽ chọn khu rừng đầu nguồn. Vòi nhỏ giọt, đồng hồ hay phần mềm đều chỉ giúp mình tiêu nước cho khéo; còn làm ra nước thì chỉ có rừng. Chúng tôi đã nhận giữ 310 héc-ta, mỗi tháng hai lần đi tuần, và mỗi đứa trẻ vào lớp Một sẽ trồng một cây mang tên mình.',
      ),
    },
    {
      kind: 'answer',
      id: 'a6-2',
      text: toText(
        'Mười năm nữa chắc tôi đã nghỉ. Tôi chỉ mong hôm đó, có ai hỏi vì sao suối Ea Sương mùa khô vẫn chảy, thì một đứa trẻ nào đó sẽ chỉ tay lên đồi mà bảo: “Tại vì có cây của cháu ở trên kia”.',
      ),
    },
    { kind: 'closing', id: 'closing', text: toText('Trân trọng cảm ơn bà!') },
  ];
}
